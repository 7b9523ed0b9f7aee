import { spawnSync } from 'node:child_process';
import type { Trial } from './trial.ts';

/** The version of sqldiff's own SQLite does not matter here; absent: it is not installed. */
export function isInstalled(): boolean {
  return spawnSync('sqldiff', ['--help']).error === undefined;
}

/**
 * `sqldiff --summary`, read by somebody who ran the migration and so saw it fail. It raises the alarm when it reports
 * a change, insert or delete in a table that was there before, or that such a table is gone or has an incompatible
 * schema, or when it cannot compare at all. Whether a difference was meant it does not say.
 */
export function sqldiff({ before, after, failed }: Trial): boolean {
  if (failed) return true;
  if (after === undefined) return false;
  const { status, stdout } = spawnSync('sqldiff', ['--summary', before, after], { encoding: 'utf8' });
  return status !== 0 || stdout.split('\n').some(tellsOfADifference);
}

function tellsOfADifference(line: string): boolean {
  const numbers = /: (\d+) changes, (\d+) inserts, (\d+) deletes, \d+ unchanged$/.exec(line);
  if (numbers !== null) return numbers.slice(1).some((number) => number !== '0');
  return line.endsWith(': missing from second database') || line.endsWith(': incompatible schema');
}
