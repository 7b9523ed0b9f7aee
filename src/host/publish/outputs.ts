import type { PreflightRecord } from '../../facts/record.ts';
import { formats } from '../../report/formats/index.ts';
import type { WrittenReports } from './write-reports.ts';

/** One output of the step, as in action.yml. */
export interface Output {
  name: string;
  /** What it means, in a line. */
  description: string;
  /** Its text; absent for what is known only after an upload. */
  of?(record: PreflightRecord): string;
}

const known: readonly Output[] = [
  {
    name: 'comment-url',
    description: 'Where the comment on the pull request is; empty where there is none.',
  },
  {
    name: 'database-artifact-id',
    description:
      'Id of the artifact with the migrated database. Several databases: one line each, empty where there is none; one line where they share an artifact.',
  },
  { name: 'database-artifact-url', description: 'Where that artifact can be downloaded.' },
  {
    name: 'errors',
    description: 'Number of findings of severity error.',
    of: (record) => count(record, 'error'),
  },
  {
    name: 'migrated-database',
    description:
      'Path of the migrated copy, in one file; written whenever a statement was tried. Several databases: one line each, empty where there is none.',
    of: ({ databases }) => linesOf(databases.map(({ facts }) => facts.migratedDatabase)),
  },
  {
    name: 'orphans',
    description: 'Rows without a parent after the migration, or now in a health check.',
    of: orphans,
  },
  { name: 'report-artifact-id', description: 'Id of the artifact with the reports.' },
  { name: 'report-artifact-url', description: 'Where that artifact can be downloaded.' },
  ...formats.map(({ file, output }) => ({ name: output, description: `Path of ${file}.` })),
  { name: 'verdict', description: 'cleared, warned, blocked or failed.', of: ({ verdict }) => verdict },
  {
    name: 'warnings',
    description: 'Number of findings of severity warning.',
    of: (record) => count(record, 'warning'),
  },
];

/** Every output, in alphabetical order, as in action.yml. */
export const outputs: readonly Output[] = known.toSorted((left, right) => (left.name < right.name ? -1 : 1));

/**
 * The step's outputs by name, apart from those of the artifacts. What is not known is empty. Several databases: one line
 * each, which is empty where there is nothing.
 */
export function outputsOf(record: PreflightRecord, written: WrittenReports): Record<string, string> {
  const values = outputs.flatMap(({ name, of }) => (of === undefined ? [] : [[name, of(record)] as const]));
  const paths = formats.map(({ output }) => [output, pathOf(output, written)] as const);
  // A later step must not take a gate that broke for one that opened.
  const broken = 'problem' in written ? { verdict: 'failed' } : {};
  return { ...Object.fromEntries([...values, ...paths]), ...broken };
}

function pathOf(output: string, written: WrittenReports): string {
  if ('problem' in written) return '';
  return written.find(({ format }) => format.output === output)?.path ?? '';
}

function count({ findings }: PreflightRecord, severity: string): string {
  return String(findings.filter((finding) => finding.severity === severity).length);
}

/** One line each, so that every database keeps its line; no line at all where all are empty. */
export function linesOf(values: readonly (string | undefined)[]): string {
  return values.some(Boolean) ? values.map((value = '') => value).join('\n') : '';
}

function orphans({ databases }: PreflightRecord): string {
  const measured = databases.flatMap(({ facts }) => facts.after ?? facts.before ?? []);
  if (measured.length === 0) return '';
  return String(measured.flatMap((side) => side.orphans).reduce((sum, { rows }) => sum + rows, 0));
}

/** The migrated copies, in the order of the databases. */
export function migratedDatabases({ databases }: PreflightRecord): string[] {
  return databases.flatMap(({ facts }) => facts.migratedDatabase ?? []);
}
