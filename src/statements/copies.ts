import type { Converts, Copies } from '../facts/statement.ts';
import type { Token } from '../sql/tokens.ts';
import { isConversion } from './conversions.ts';
import type { Reader } from './reader.ts';

/*
 * Which columns a statement fills straight from which others. Only what can be read without a parser: all the rest is
 * no copy, and whoever asks has to do without.
 */

const CONSTRAINTS = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN']);

/** Behind the name in CREATE TABLE: its columns, and what `AS SELECT` fills them from. */
export function createdColumns(reader: Reader): { columns?: string[] } & Filling {
  if (reader.accept('(')) {
    const firsts = reader.items(')').map(([first]) => first);
    const columns = firsts.filter((first) => !CONSTRAINTS.has(reader.text(first).toUpperCase()));
    return { columns: columns.map((column) => reader.nameOf(column) ?? '') };
  }
  const selection = reader.accept('AS') ? selected(reader) : undefined;
  if (selection?.copies?.from === undefined) return {};
  const { names, copies, converts } = selection;
  return { columns: names, copies, ...named(converts, names) };
}

/** How a statement fills columns. */
interface Filling {
  copies?: Copies;
  converts?: Converts;
}

/** Behind the table's name in INSERT. */
export function insertedCopies(reader: Reader): Filling {
  let into: string[] | undefined;
  if (reader.accept('(')) {
    into = reader.items(')').map(([name]) => reader.nameOf(name) ?? '');
    reader.next();
  }
  const selection = selected(reader);
  if (selection === undefined) return {};
  const { copies, converts } = selection;
  return {
    ...(copies && { copies: { ...copies, ...(into && { into }) } }),
    ...named(converts, into),
  };
}

/** Names in place of positions, where they are known. */
function named(positions: readonly number[], names: readonly string[] | undefined): { converts?: Converts } {
  return positions.length === 0 ? {} : { converts: positions.map((at) => names?.[at] ?? at) };
}

/** Behind the table's name in UPDATE: `SET a = b`. */
export function updatedCopies(reader: Reader, table: string): Filling {
  if (!reader.accept('SET')) return {};
  const items = reader.items('FROM', 'WHERE', 'RETURNING');
  const converts = items.flatMap(([into, equals, ...value]) =>
    reader.text(equals) === '=' && isConversion(reader.slice(value)) ? (reader.nameOf(into) ?? []) : [],
  );
  const converting = converts.length > 0 ? { converts } : {};
  const copies = items.flatMap(([into, equals, ...value]) => {
    const from = reader.text(equals) === '=' ? plainColumn(reader, value, [table]) : undefined;
    return from === undefined ? [] : [{ into: reader.nameOf(into) ?? '', from }];
  });
  if (copies.length === 0) return converting;
  const filled = { into: copies.map(({ into }) => into), from: copies.map(({ from }) => from) };
  return { copies: { table, ...filled }, ...converting };
}

interface Selection {
  /** Absent where it reads no table by its name first. */
  copies?: Copies;
  /** Those that CREATE TABLE … AS gives to the columns; '' where they cannot be read. */
  names: string[];
  /** Places of the columns that an expression converts. */
  converts: number[];
}

function selected(reader: Reader): Selection | undefined {
  if (!reader.accept('SELECT')) return undefined;
  reader.accept('DISTINCT', 'ALL');
  const items = reader.items('FROM');
  reader.next();
  const table = reader.name();
  if (items.length === 1 && reader.text(items[0]?.at(-1)) === '*')
    return { ...(table !== undefined && { copies: { table } }), names: [], converts: [] };
  const values = items.map((item) => withoutAlias(reader, item));
  const converts = values.flatMap((value, at) => (isConversion(reader.slice(value)) ? [at] : []));
  const names = items.map((item) => reader.nameOf(item.at(-1)) ?? '');
  if (table === undefined) return { names, converts };
  reader.accept('AS');
  // A word such as WHERE is no alias, but it qualifies no column either.
  const owners = [table, reader.name() ?? table];
  const from = values.map((value) => plainColumn(reader, value, owners) ?? null);
  return { copies: { table, from }, names, converts };
}

function withoutAlias(reader: Reader, item: readonly Token[]): readonly Token[] {
  // CAST(a AS INTEGER) has one of its own inside.
  const end = item.length - 2;
  return reader.text(item[end]).toUpperCase() === 'AS' ? item.slice(0, end) : item;
}

/** `column` or `owner.column`, and nothing else. */
function plainColumn(reader: Reader, item: readonly Token[], owners: readonly string[]): string | undefined {
  const [first, dot, second] = item;
  if (item.length === 1) return reader.nameOf(first);
  const isOwned = owners.some((owner) => owner.toLowerCase() === reader.nameOf(first)?.toLowerCase());
  return item.length === 3 && isOwned && reader.text(dot) === '.' ? reader.nameOf(second) : undefined;
}
