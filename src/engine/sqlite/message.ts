import type { Samples } from '../../facts/samples.ts';
import type { SqliteFailure } from './errors.ts';

/**
 * Messages of a running statement that name objects of the schema or numbers of SQLite's own, never a value of a row
 * (SQLite's sources: vdbe.c, vdbeaux.c, alter.c, fkey.c, insert.c, json.c).
 */
const KNOWN_SHAPES: readonly RegExp[] = [
  /^(UNIQUE|NOT NULL|CHECK|PRIMARY KEY|FOREIGN KEY|rtree) constraint failed/,
  /^cannot store [A-Z]+ value in [A-Z]+ column /,
  /^datatype mismatch$/,
  /^error in (view|trigger|index|table) /,
  /^Cannot add a /,
  /^cannot (drop|start a transaction|commit|rollback|VACUUM|open savepoint|release savepoint|change|detach|modify) /,
  /^unknown (function|tokenizer): /,
  /^no such (table|column|function|module|index|savepoint|collation sequence|tokenizer): /,
  /^foreign key mismatch - /,
  /^(malformed JSON|integer overflow|string or blob too big|constraint failed|interrupted|not authorized|SQL logic error)$/,
  /^(database|database table|database schema) is locked/,
  /^(database disk image is malformed|database or disk is full|disk I\/O error|out of memory|file is not a database)$/,
  /^attempt to write a readonly database$/,
  /^malformed database schema \([^)]*\)/,
];

/**
 * SQLite's message where it cannot hold a cell value, or where values are asked for; else a sentence in its place.
 * `compiling`: the statement did not even compile, so no row was read and everything in the message is schema or
 * migration text. A RAISE() text can be computed from a row: it is shown only where it stands literally in one of the
 * `texts` (schema and migration).
 */
export function publicMessage(
  failure: SqliteFailure,
  compiling: boolean,
  texts: readonly string[],
  samples: Samples = 'none',
): string {
  const { code, message } = failure;
  if (compiling || samples === 'values') return message;
  if (code !== 'SQLITE_CONSTRAINT_TRIGGER' && KNOWN_SHAPES.some((shape) => shape.test(message)))
    return message;
  const literal = `'${message.replaceAll("'", "''")}'`;
  return texts.some((text) => text.includes(literal)) ? message : `message withheld (samples: ${samples})`;
}
