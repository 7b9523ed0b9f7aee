import type { DatabaseRecord } from '../../facts/record.ts';
import { quoteName } from '../../sql/quote.ts';
import { codeBlock, words } from '../escape.ts';
import { bullets, type Section } from './parts.ts';

/** What to do by hand around the migration: before it, to verify it, when it goes wrong. */
export function guide({ facts }: DatabaseRecord): Section[] {
  if (facts.snapshot === undefined) return [];
  const verify = { title: 'Verification by hand', body: codeBlock(verification(facts).join('\n'), 'sql') };
  return facts.plan === undefined
    ? [verify]
    : [before(facts.path), verify, ...knownIssues(facts), rollback(facts.path)];
}

function before(path: string): Section {
  const database = shell(path);
  const commands = [
    '# Back up: the WAL is taken along, and nobody needs to stop.',
    `sqlite3 ${database} ".backup 'backup.db'"`,
    '# Verify the backup.',
    'sqlite3 backup.db "PRAGMA integrity_check;"',
  ];
  const advice =
    'Keep the backup until the application has run on the migrated database for some days, and not on the same disk alone.';
  return { title: 'Before you execute', body: `${codeBlock(commands.join('\n'), 'sh')}\n\n${advice}` };
}

function verification({ before, after }: DatabaseRecord['facts']): string[] {
  const now = after ?? before;
  if (now === undefined) return [];
  const counts = now.tables.map(({ table, rows }) => `SELECT count(*) FROM ${quoteName(table)}; -- ${rows}`);
  const nulls = now.required.map(
    ({ table, column, nulls: found }) =>
      `SELECT count(*) FROM ${quoteName(table)} WHERE ${quoteName(column)} IS NULL; -- ${found}`,
  );
  return ['PRAGMA integrity_check;', 'PRAGMA foreign_key_check;', ...nulls, ...counts];
}

/** Failures that the report's reader may meet again, with what to do: only what happened here. */
function knownIssues({ rehearsal }: DatabaseRecord['facts']): Section[] {
  if (rehearsal.failure === undefined) return [];
  const body = bullets([
    words(`${rehearsal.failure.message}: see the remedy above; production stops at the same statement.`),
  ]);
  return [{ title: 'Known issues met', body }];
}

function rollback(path: string): Section {
  const database = shell(path);
  const commands = [
    '# Stop the application, then put the backup in place of the database and of its WAL.',
    `rm -f ${database}-wal ${database}-shm`,
    `cp backup.db ${database}`,
    `sqlite3 ${database} "PRAGMA integrity_check;"`,
  ];
  return {
    title: 'Rollback',
    body: `${codeBlock(commands.join('\n'), 'sh')}\n\nThe restore was not rehearsed in this run.`,
  };
}

/** A path as one word of a POSIX shell. */
function shell(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}
