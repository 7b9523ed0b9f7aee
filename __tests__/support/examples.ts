import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

/** The YAML examples of the README and the docs. */

const root = join(import.meta.dirname, '../..');

/** This action, where the job of another repository has checked it out. */
export const PREFLIGHT = './.preflight';

export type With = Record<string, string | number | boolean>;
export interface Step {
  uses?: string;
  with?: With;
}
interface Example {
  /** `file:line`. */
  place: string;
  text: string;
  data: unknown;
}

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
export const examples = pages.flatMap(examplesIn);
export const workflows = examples.filter(({ data }) => 'jobs' in Object(data));
/** What is given to each step that uses this action, behind its place. */
export const steps = examples.flatMap(({ place, data }) =>
  stepsIn(data)
    .filter(({ uses }) => uses === PREFLIGHT)
    .map((step): [string, With] => [place, step.with ?? {}]),
);
export const configs = examples.filter(({ data }) => stepsIn(data).length === 0);

function examplesIn(page: string): Example[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => {
    const line = text.slice(0, match.index).split('\n').length + 1;
    const document = parseDocument(match[1] ?? '');
    if (document.errors.length > 0) throw new Error(`${page}:${line}: ${document.errors[0]?.message}`);
    return { place: `${page}:${line}`, text: match[1] ?? '', data: document.toJS() };
  });
}

/** Of a workflow, or of a list of steps. */
export function stepsIn(data: unknown): Step[] {
  if (Array.isArray(data)) return data as Step[];
  const { jobs = {} } = Object(data) as { jobs?: Record<string, { steps?: Step[] }> };
  return Object.values(jobs).flatMap((job) => job.steps ?? []);
}
