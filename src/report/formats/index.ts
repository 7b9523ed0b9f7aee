import type { ReportFormat } from './format.ts';
import { json } from './json/json.ts';
import { markdown } from './markdown/markdown.ts';

/** Every report file, in the order in which people are told of them. A format is its file, this line and its test. */
export const formats: readonly ReportFormat[] = [markdown, json];
