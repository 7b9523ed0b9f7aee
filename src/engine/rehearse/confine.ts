import { pragmaOf } from '../../sql/pragma.ts';
import { meaningfulTokens, nameOf } from '../../sql/tokens.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { Instruction } from '../sqlite/driver.ts';
import { sqliteFailure } from '../sqlite/errors.ts';

/** Pragmas that set something for the whole process, and so for every later task; SQLite runs them while it compiles. */
const PROCESS_PRAGMAS: Readonly<Record<string, string>> = {
  temp_store_directory: 'it moves temporary files outside the scratch folder',
  data_store_directory: 'it moves files outside the scratch folder',
  hard_heap_limit: 'it takes the memory of whatever runs next',
};

/**
 * Why a statement may not run in a rehearsal: ATTACH and VACUUM INTO can write to any path of the machine, the
 * snapshot's included. In-memory and temporary databases are harmless. Whether a statement attaches is read from the
 * program that SQLite compiles it to, whatever way it is written.
 */
export function confine(connection: Connection, sql: string): string | undefined {
  const pragma = /_store_directory|hard_heap_limit/i.test(sql) ? pragmaOf(sql) : undefined;
  const reason = PROCESS_PRAGMAS[pragma ?? ''];
  if (reason !== undefined) return `PRAGMA ${pragma} is refused in a rehearsal: ${reason}`;
  if (!/attach|vacuum/i.test(sql)) return undefined;
  for (const { opcode, p2, p4 } of programOf(connection, sql)) {
    if (opcode === 'Vacuum' && p2 !== 0) {
      return 'VACUUM INTO is refused in a rehearsal: it writes outside the copy';
    }
    if (opcode === 'Function' && String(p4).startsWith('sqlite_attach') && !attachesMemory(sql)) {
      return 'ATTACH is refused in a rehearsal: it opens a file outside the copy';
    }
  }
  return undefined;
}

/** Empty for a statement that does not compile, which does not run either. */
function programOf(connection: Connection, sql: string): Instruction[] {
  try {
    return connection.program(sql);
  } catch (error) {
    if (sqliteFailure(error) === undefined) throw error;
    return [];
  }
}

/** Only where the file is a single literal: an expression that begins with one can name any path. */
function attachesMemory(sql: string): boolean {
  const [first, ...others] = meaningfulTokens(sql);
  const [file, as] = isWord(others[0], 'DATABASE') ? others.slice(1) : others;
  const isMemory = file?.kind === 'string' && ['', ':memory:'].includes(nameOf(sql, file));
  return isWord(first, 'ATTACH') && isMemory && isWord(as, 'AS');

  function isWord(token: typeof first, word: string): boolean {
    return token?.kind === 'word' && nameOf(sql, token).toUpperCase() === word;
  }
}
