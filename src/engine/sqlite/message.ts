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
  /^foreign key mismatch - /,
  /^(malformed JSON|integer overflow|string or blob too big|constraint failed|interrupted|not authorized|SQL logic error)$/,
  /^(database|database table|database schema) is locked/,
  /^(database disk image is malformed|database or disk is full|disk I\/O error|out of memory|file is not a database)$/,
  /^attempt to write a readonly database$/,
  /^malformed database schema \([^)]*\)/,
  /^(LIKE or GLOB pattern too complex|too many levels of trigger recursion|triggers nested too deep|statement too long)$/,
];

/**
 * While a statement runs these name what somebody looked up by a name: mostly an object of the schema, but a tokenizer, a
 * savepoint or a column of a virtual table can be called by what a row holds.
 */
const NAMING =
  /^((?:unknown (?:function|tokenizer)|no such (?:table|column|function|module|index|savepoint|collation sequence|tokenizer)): )(.+)$/s;

export interface MessageOptions {
  /** The statement did not even compile: no row was read, and all of the message is schema or migration text. */
  compiling?: boolean;
  /** Of schema and migration: a name, or a RAISE() text, could come from a row, and is shown only where one of them holds it. */
  texts?: readonly string[];
  samples?: Samples;
}

/** SQLite's message where it cannot hold a cell value, or where values are asked for; else a sentence in its place. */
export function publicMessage(
  { code, message }: SqliteFailure,
  { compiling = false, texts = [], samples = 'none' }: MessageOptions = {},
): string {
  if (compiling || samples === 'values') return message;
  const literal = `'${message.replaceAll("'", "''")}'`;
  if (texts.some((text) => text.includes(literal))) return message;
  const withheld = `withheld (samples: ${samples})`;
  // A RAISE() text can look like any of them.
  if (code === 'SQLITE_CONSTRAINT_TRIGGER') return `message ${withheld}`;
  if (KNOWN_SHAPES.some((shape) => shape.test(message))) return message;
  const [, lead, name] = NAMING.exec(message) ?? [];
  if (lead === undefined || name === undefined) return `message ${withheld}`;
  return standsIn(name, texts) ? message : `${lead}name ${withheld}`;
}

/** A qualified name stands in a text where each of its parts does. */
function standsIn(name: string, texts: readonly string[]): boolean {
  const known = ['main', 'temp', ...texts.map((text) => text.toLowerCase())];
  const parts = name.toLowerCase().replace(/\(\)$/, '').split('.');
  return parts.every((part) => known.some((text) => text.includes(part.replaceAll('"', ''))));
}
