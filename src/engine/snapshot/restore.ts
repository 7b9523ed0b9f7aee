import { constants, isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { Unusable } from '../../facts/database.ts';
import { type Statement, splitStatements } from '../../statements/split.ts';
import { namesOf } from '../../statements/targets.ts';
import { confine } from '../rehearse/confine.ts';
import { Connection } from '../sqlite/connection.ts';
import { machineFault, sqliteFailure } from '../sqlite/errors.ts';
import { publicMessage } from '../sqlite/message.ts';
import { refuse } from './file-content.ts';
import { fitSearchIndexes } from './renumbered-indexes.ts';

/**
 * Makes the new database `to` from the dump `from`, as the sqlite3 shell, Python's iterdump and `wrangler d1 export`
 * write them. Foreign keys are off, because a dump may fill children before their parents, and triggers come last,
 * because their work is in the dump already. A dump that does not end as it began is refused.
 */
export function restore(from: string, to: string): { unusable: Unusable } | { renumbered: string[] } {
  const text = readDump(from);
  if (typeof text !== 'string') return text;
  const statements = splitStatements(text);
  const last = statements.at(-1);
  if (last !== undefined && !last.sql.endsWith(';')) return cutAt(last.line);
  if (/^ROLLBACK\b/i.test(last?.sql ?? '')) {
    return refuse(
      'the dump says at its end that it is incomplete (ROLLBACK).',
      'The database that it was made from is damaged: give that file itself, or what `.recover` makes of it.',
    );
  }
  const connection = Connection.create(to);
  try {
    const refusal = execute(connection, statements);
    if (refusal !== undefined) return refusal;
  } finally {
    connection.close();
  }
  return { renumbered: /\bfts[345]\b/i.test(text) ? fitSearchIndexes(to) : [] };
}

function readDump(path: string): string | { unusable: Unusable } {
  const tooLarge = refuse(
    'the dump is too large to be read as text (512 MB).',
    'Give the database file itself, or one packed as .gz or .zst.',
  );
  if (statSync(path).size > constants.MAX_STRING_LENGTH) return tooLarge;
  const bytes = readFileSync(path);
  const itself = 'Give the database file itself: a dump cannot carry such values.';
  if (bytes.includes(0)) return refuse('the dump holds a NUL byte.', itself);
  if (!isUtf8(bytes)) return refuse('the dump holds text that is not UTF-8.', itself);
  return new TextDecoder().decode(bytes);
}

function execute(
  connection: Connection,
  statements: readonly Statement[],
): { unusable: Unusable } | undefined {
  const isTrigger = ({ sql }: Statement) => /^create\s+(temp\s+|temporary\s+)?trigger\b/i.test(sql);
  const isEnd = ({ sql }: Statement) => /^(commit|end)\b/i.test(sql);
  const end = statements.filter(isEnd).at(-1);
  const ordered = [
    ...statements.filter((statement) => !isTrigger(statement) && statement !== end),
    ...statements.filter(isTrigger),
    ...(end === undefined ? [] : [end]),
  ];
  const virtual = virtualTables(statements);
  for (const statement of ordered) {
    // iterdump lists the rows of a virtual table too; they come with its shadow tables.
    if (
      virtual.size > 0 &&
      namesOf(statement.sql).some((named) => named.verb === 'insert' && virtual.has(named.name))
    )
      continue;
    const failure = attempt(connection, statement);
    if (failure === undefined) continue;
    return refuse(
      `line ${statement.line} of the dump failed: ${failure}.`,
      'Make the dump again, or give the database file itself.',
    );
  }
  return connection.inTransaction ? cutAt(statements.at(-1)?.line ?? 1) : undefined;
}

/** Those that the dump writes straight into the schema, where SQLite does not see them before it opens the file anew. */
function virtualTables(statements: readonly Statement[]): Set<string> {
  const written = /^INSERT INTO sqlite_(?:master|schema)\b[^']*'table','((?:[^']|'')+)'/i;
  const names = statements.flatMap(({ sql }) => written.exec(sql)?.[1] ?? []);
  return new Set(names.map((name) => name.replaceAll("''", "'")));
}

/** What went wrong, without a value of the dump. */
function attempt(connection: Connection, { sql }: Statement): string | undefined {
  const refusal = confine(connection, sql);
  if (refusal !== undefined) return refusal;
  try {
    connection.exec(sql);
    return undefined;
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined || machineFault(failure.code) !== undefined) throw error;
    // The dump's own text is data: not even what fails to compile may be shown as it is.
    return publicMessage(failure);
  }
}

function cutAt(line: number) {
  return refuse(
    `the dump was cut off: its last statement, on line ${line}, does not end it.`,
    'Make the dump again and fetch it whole.',
  );
}
