import type { PreflightRecord } from '../../facts/record.ts';
import { type Line, recordText } from '../../report/formats/terminal/terminal-text.ts';
import { endingOf } from '../failure.ts';
import type { PublishOptions } from '../host.ts';
import type { Write } from '../writer.ts';
import { migratedDatabases } from './outputs.ts';
import { type WrittenReport, writeReports } from './write-reports.ts';

/** Says what came of a run, writes the reports, and says where they are. Gives the exit code. */
export function publishInTerminal(
  record: PreflightRecord,
  { output }: PublishOptions,
  { out, aside }: { out: Write; aside: Write },
): number {
  for (const { text, style } of recordText(record)) out(text, style);
  const reports = writeReports(record, output);
  if (!('problem' in reports)) for (const { text, style } of places(record, reports)) out(text, style);
  const { exitCode, failure } = endingOf(record, reports);
  if (failure !== undefined) aside(failure, 'red');
  return exitCode;
}

/** Where everything is. */
function places(record: PreflightRecord, reports: readonly WrittenReport[]): Line[] {
  const files = [
    ...reports.map(({ format, path }) => [`${format.title}:`, path] as const),
    ...migratedDatabases(record).map((path) => ['Migrated database:', path] as const),
  ];
  return [{ text: '' }, ...files.map(([title, path]) => ({ text: `${title.padEnd(19)}${path}` }))];
}
