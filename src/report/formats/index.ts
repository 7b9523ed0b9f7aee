import type { ReportFormat } from './format.ts';
import { html } from './html/html.ts';
import { json } from './json/json.ts';
import { junit } from './junit/junit.ts';
import { markdown } from './markdown/markdown.ts';
import { sarif } from './sarif/sarif.ts';

/** Every report file, in the order in which people are told of them. A format is its file, this line and its test. */
export const formats: readonly ReportFormat[] = [markdown, html, json, junit, sarif];
