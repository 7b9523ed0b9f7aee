import type { NameChange } from '../../../facts/meaning/meaning-facts.ts';
import { foldName } from '../../../sql/quote.ts';
import type { Access } from '../../sqlite/resolver.ts';
import type { Renamer } from '../lineage/renamer.ts';
import { dotted, inDoubleQuotes, namesIn } from './sides.ts';

export type AccessDifference =
  | { kind: 'none' }
  /** All of *before*, in order, and some more. */
  | { kind: 'more'; added: Access[] }
  | { kind: 'less'; gone: Access[] }
  /** The same ones in another order: a `*` over columns that moved. */
  | { kind: 'order' }
  /** The first name that means something else. */
  | { kind: 'other'; from: Access; to: Access };

/** Compares what two equal texts do, `before` under the names that the comparison followed. */
export function compareAccesses(
  before: readonly Access[],
  after: readonly Access[],
  rename: Renamer,
): AccessDifference {
  const left = before.filter(isTelling);
  const right = after.filter(isTelling);
  const isSame = (one: Access, other: Access) => keysAfter(one, rename).includes(keyOf(other));
  if (left.length === right.length && left.every((one, at) => isSame(one, right[at] as Access)))
    return { kind: 'none' };
  const added = beyond(left, right, isSame);
  if (added !== undefined) return { kind: 'more', added };
  const gone = beyond(right, left, (one, other) => isSame(other, one));
  if (gone !== undefined) return { kind: 'less', gone };
  const counts = (keys: string[]) => keys.toSorted().join('\n');
  if (counts(left.map((one) => keysAfter(one, rename)[0] ?? '')) === counts(right.map(keyOf)))
    return { kind: 'order' };
  const at = left.findIndex((one, place) => right[place] === undefined || !isSame(one, right[place]));
  const from = left[at];
  const to = right[at];
  // One is not the beginning of the other: both would be longer than what they share.
  return from && to ? { kind: 'other', from, to } : { kind: 'none' };
}

/** A table of which no column is read depends on how SQLite goes about it. */
function isTelling({ verb, column }: Access): boolean {
  return verb !== 'read' || column !== undefined;
}

/** What `longer` has beyond `shorter`, where that is a part of it in order. */
function beyond(
  shorter: readonly Access[],
  longer: readonly Access[],
  isSame: (one: Access, other: Access) => boolean,
): Access[] | undefined {
  if (shorter.length >= longer.length) return undefined;
  let at = 0;
  const rest = longer.filter((other) => {
    const next = shorter[at];
    if (next === undefined || !isSame(next, other)) return true;
    at += 1;
    return false;
  });
  return at === shorter.length ? rest : undefined;
}

/**
 * A column among those that are read besides, whose name the text has: what stood there was a text in double quotes, or the
 * name of a result column.
 */
export function capturedColumn(sql: string, added: readonly Access[]): NameChange | undefined {
  const quoted = inDoubleQuotes(sql);
  const names = namesIn(sql);
  const named = (known: ReadonlySet<string>) => added.find(({ column = '' }) => known.has(foldName(column)));
  const text = named(quoted);
  if (text !== undefined) return { kind: 'resolved', to: textOf(text) };
  const column = named(names);
  return column === undefined
    ? undefined
    : { kind: 'resolved', from: column.column ?? '', to: textOf(column) };
}

export function keyOf({ verb, table, column = '' }: Access): string {
  // So SQLite calls the rowid of a table in which no column has such a name.
  const own = column === 'ROWID' ? column : foldName(column);
  return JSON.stringify([verb, foldName(table), own]);
}

/** What an access of *before* may be in *after*: under the new names, or under the table name that it still uses. */
export function keysAfter({ verb, table, column }: Access, rename: Renamer): string[] {
  const to = rename.table(table);
  const name = column === undefined ? {} : { column: rename.column(table, column) };
  const followed = keyOf({ verb, table: to, ...name });
  const stayed = keyOf({ verb, table, ...(column !== undefined && { column }) });
  return foldName(to) === foldName(table) ? [followed] : [followed, stayed];
}

export function textOf({ table, column }: Access): string {
  return dotted(table, column);
}
