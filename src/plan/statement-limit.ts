import type { Mistake } from '../facts/database.ts';
import type { MigrationFolder } from '../facts/settings.ts';
import { statementsOf } from '../statements/split.ts';

/** Each takes a few hundred bytes of the plan, wherever it goes. */
const MOST_STATEMENTS = 500_000;

/** A mistake where the files together have more statements than a plan can hold; `most`: other than usual. */
export function tooManyStatements(
  { name, files }: MigrationFolder,
  most = MOST_STATEMENTS,
): Mistake | undefined {
  const semicolons = files.reduce((sum, { sql }) => sum + semicolonsIn(sql), 0);
  // Most files hold fewer semicolons than that, texts and comments included, and need not be taken apart for it.
  if (semicolons + files.length <= most || !exceeds(files, most)) return undefined;
  return {
    key: 'migrations',
    message: `${name} holds more than ${most.toLocaleString('en')} statements.`,
    remedy: 'Remove files that are applied, or write data as statements with many rows.',
  };
}

function semicolonsIn(sql: string): number {
  let count = 0;
  for (let at = sql.indexOf(';'); at !== -1; at = sql.indexOf(';', at + 1)) count += 1;
  return count;
}

function exceeds(files: MigrationFolder['files'], most: number): boolean {
  let count = 0;
  for (const { sql } of files) {
    for (const _ of statementsOf(sql)) {
      count += 1;
      if (count > most) return true;
    }
  }
  return false;
}
