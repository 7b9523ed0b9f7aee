import type { Converts, Copies, Reads } from '../facts/statement.ts';
import type { Token } from '../sql/tokens.ts';
import { isConversion } from './conversions.ts';
import type { Reader } from './reader.ts';
import { readsOf } from './reads.ts';
import { type Selection, type Source, selectionIn, selectionsFrom } from './selections.ts';

/*
 * Which columns a statement fills straight from which others. Only what can be read without a parser: all the rest is
 * no copy, and whoever asks has to do without.
 */

const CONSTRAINTS = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN']);

/** How a statement fills columns. */
interface Filling {
  /** From the table that it reads first, and from others. */
  copies?: Copies;
  alsoCopies?: Copies[];
  converts?: Converts;
  reads?: Reads;
  /** The columns that get a value, where the text lists them. */
  fills?: string[];
}

/** Behind the name in CREATE TABLE: its columns, and what `AS SELECT` fills them from. */
export function createdColumns(reader: Reader): { columns?: string[] } & Filling {
  if (reader.accept('(')) {
    const firsts = reader.items(')').map(([first]) => first);
    const columns = firsts.filter((first) => !CONSTRAINTS.has(reader.text(first).toUpperCase()));
    return { columns: columns.map((column) => reader.nameOf(column) ?? '') };
  }
  const [selection] = reader.accept('AS') ? selectionsFrom(reader) : [];
  if (selection === undefined || selection.isAll) return {};
  const [source] = selection.sources;
  if (source === undefined) return {};
  const names = selection.items.map((item) => reader.nameOf(item.at(-1)) ?? '');
  const copies = copiesOf(reader, selection, source, true);
  return { columns: names, copies, ...named(conversions(reader, selection, copies.from), names) };
}

/** Behind the table's name in INSERT. */
export function insertedCopies(reader: Reader): Filling {
  let into: string[] | undefined;
  if (reader.accept('(')) {
    into = reader.items(')').map(([name]) => reader.nameOf(name) ?? '');
    reader.next();
  }
  const reads = readsOf(reader);
  const selections = selectionsFrom(reader);
  const copies = selections.flatMap((selection) =>
    selection.sources
      .map((source, at) => copiesOf(reader, selection, source, at === 0))
      .filter((one, at) => at === 0 || one.from?.some((column) => column !== null)),
  );
  const [first, ...others] = copies.map((one) => ({ ...one, ...(into && { into }) }));
  const [main] = selections;
  return {
    ...(into && { fills: into }),
    ...(first && { copies: first }),
    ...(others.length > 0 && { alsoCopies: others }),
    ...(main && named(conversions(reader, main, main.sources.length > 0 ? first?.from : undefined), into)),
    ...(reads && { reads }),
  };
}

/** The values that are made by an expression which converts, by position. */
function conversions(reader: Reader, { items }: Pick<Selection, 'items'>, from: Copies['from']): number[] {
  return withoutAliases(reader, items).flatMap((value, at) =>
    (from?.[at] ?? null) === null && isConversion(reader.slice(value)) ? [at] : [],
  );
}

/** Names in place of positions, where they are known. */
function named(positions: readonly number[], names: readonly string[] | undefined): { converts?: Converts } {
  return positions.length === 0 ? {} : { converts: positions.map((at) => names?.[at] ?? at) };
}

/** Behind the table's name in UPDATE: `SET a = b`, `SET a = (SELECT b FROM t …)` and `SET a = t.b FROM t`. */
export function updatedCopies(reader: Reader, table: string): Filling {
  // `UPDATE t AS u SET …`
  const alias = reader.accept('AS') ? reader.name() : undefined;
  if (!reader.skipTo('SET')) return {};
  const own: Source = { table, owners: alias === undefined ? [table] : [alias] };
  const assignments = reader.items('FROM', 'WHERE', 'RETURNING');
  const fills = assignments.flatMap((item) => setColumns(reader, item));
  const filled = assignments.flatMap((item) => assigned(reader, item));
  const converts = filled.flatMap(({ into, value }) => (isConversion(reader.slice(value)) ? [into] : []));
  const { sources, where, joined } = selectionIn(reader, [], own);
  // What joins the tables of an UPDATE stands in its condition.
  const whole = {
    items: filled.map(({ value }) => value),
    sources: [own, ...sources],
    where,
    joined: [...joined, ...where],
  };
  const all = whole.sources.map((source, at) => copiesOf(reader, whole, source, at === 0));
  const inner = filled.flatMap(({ into, value }) => subselected(reader, into, value));
  const copies = all.flatMap((one) => {
    const known = filled.flatMap(({ into }, at) =>
      one.from?.[at] || one.uses?.[at]?.length
        ? [{ into, from: one.from?.[at] ?? null, uses: one.uses?.[at] ?? [] }]
        : [],
    );
    if (known.length === 0) return [];
    const uses = known.some((each) => each.uses.length > 0) && { uses: known.map((each) => each.uses) };
    return [
      {
        table: one.table,
        into: known.map((each) => each.into),
        from: known.map((each) => each.from),
        ...uses,
      },
    ];
  });
  const [first, ...others] = [...copies, ...inner];
  return {
    fills,
    ...(first && { copies: first }),
    ...(others.length > 0 && { alsoCopies: others }),
    ...(converts.length > 0 && { converts }),
  };
}

/** What stands before the first `=`: a column, or several in parentheses. */
function setColumns(reader: Reader, item: readonly Token[]): string[] {
  const equals = item.findIndex((token) => reader.text(token) === '=');
  return item.slice(0, Math.max(0, equals)).flatMap((token) => reader.nameOf(token) ?? []);
}

/** `column = value`, and `(a, b) = (SELECT …)` as one for each column. */
function assigned(reader: Reader, item: readonly Token[]): { into: string; value: Token[] }[] {
  const equals = item.findIndex((token) => reader.text(token) === '=');
  if (equals === 1) return [{ into: reader.nameOf(item[0]) ?? '', value: item.slice(2) }];
  return [];
}

/** What a scalar subquery gives: `(SELECT column FROM t …)`. */
function subselected(reader: Reader, into: string, value: readonly Token[]): Copies[] {
  const isSubquery = reader.text(value[0]) === '(' && reader.text(value.at(-1)) === ')';
  if (!isSubquery) return [];
  const [selection] = selectionsFrom(reader.over(value.slice(1, -1)));
  const [source] = selection?.sources ?? [];
  const [item] = selection?.items ?? [];
  if (source === undefined || item === undefined || selection?.items.length !== 1) return [];
  const from = plainColumn(reader, item, source, true);
  return from === undefined ? [] : [{ table: source.table, into: [into], from: [from] }];
}

function withoutAliases(reader: Reader, items: readonly Token[][]): readonly Token[][] {
  return items.map((item) => {
    // CAST(a AS INTEGER) has one of its own inside.
    const end = item.length - 2;
    return reader.text(item[end]).toUpperCase() === 'AS' ? item.slice(0, end) : item;
  });
}

/** `isMain`: a column without a qualifier may be one of this source. */
function copiesOf(
  reader: Reader,
  selection: Pick<Selection, 'items' | 'where' | 'joined'> & Partial<Selection>,
  source: Source,
  isMain: boolean,
): Copies {
  const { table } = source;
  const { items, where, joined, isAll = false } = selection;
  if (isAll) return { table };
  const values = withoutAliases(reader, items);
  const from = values.map((value) => plainColumn(reader, value, source, isMain) ?? null);
  if (!isMain) return { table, from };
  const demanded = demandedColumns(reader, where, source);
  const uses = values.map((value, at) =>
    from[at] === null ? [...new Set([...usedColumns(reader, value, source, joined), ...demanded])] : [],
  );
  return { table, from, ...(uses.some((names) => names.length > 0) && { uses }) };
}

/** `column` or `owner.column`, and nothing else. */
function plainColumn(
  reader: Reader,
  item: readonly Token[],
  { owners }: Source,
  isMain: boolean,
): string | undefined {
  const [first, dot, second] = item;
  if (item.length === 1) return isMain ? reader.nameOf(first) : undefined;
  const isOwned = item.length === 3 && reader.text(dot) === '.' && isOneOf(owners, reader.nameOf(first));
  return isOwned ? reader.nameOf(second) : undefined;
}

/**
 * Columns of the source without which an expression has no value, as far as names tell: those in it, and where another
 * table gives the value those that lead to its row. Names in a subquery count only with their table.
 */
function usedColumns(
  reader: Reader,
  value: readonly Token[],
  source: Source,
  joined: readonly Token[],
): string[] {
  const { own, others } = namesIn(reader, value, source);
  return others ? [...own, ...joiningColumns(reader, joined, source)] : own;
}

/** Columns that a FROM clause names with their table, or in USING. */
function joiningColumns(reader: Reader, joined: readonly Token[], { owners }: Source): string[] {
  return joined.flatMap((token, at) => {
    const isOwned = reader.text(joined[at - 1]) === '.' && isOneOf(owners, reader.nameOf(joined[at - 2]));
    if (isOwned) return reader.nameOf(token) ?? [];
    if (reader.text(token).toUpperCase() !== 'USING') return [];
    const end = joined.findIndex((other, place) => place > at && reader.text(other) === ')');
    return joined.slice(at + 2, end).flatMap((name) => reader.nameOf(name) ?? []);
  });
}

function namesIn(
  reader: Reader,
  value: readonly Token[],
  { owners }: Source,
): { own: string[]; others: boolean } {
  const own: string[] = [];
  let others = false;
  let subquery = 0;
  let depth = 0;
  for (const [at, token] of value.entries()) {
    const word = reader.text(token).toUpperCase();
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    if (depth < subquery) subquery = 0;
    if (word === 'SELECT' && token.kind === 'word') {
      others = true;
      subquery ||= depth;
    }
    const name = reader.nameOf(token);
    if (name === undefined || reader.text(value[at + 1]) === '.' || reader.text(value[at + 1]) === '(')
      continue;
    if (reader.text(value[at - 1]) === '.') {
      if (isOneOf(owners, reader.nameOf(value[at - 2]))) own.push(name);
      else others = true;
    } else if (subquery === 0 && word !== 'AS' && reader.text(value[at - 1]).toUpperCase() !== 'AS')
      own.push(name);
  }
  return { own, others };
}

/** Columns of which a condition at the outermost level says that they must have a value: IS NOT NULL, and not ''. */
function demandedColumns(reader: Reader, where: readonly Token[], source: Source): string[] {
  const words = where.map((token) => reader.text(token).toUpperCase());
  if (words.includes('OR')) return [];
  return where.flatMap((_, at) => {
    const isDemand =
      (words[at] === 'IS' && words[at + 1] === 'NOT' && words[at + 2] === 'NULL') ||
      words[at] === 'NOTNULL' ||
      (words[at] === 'NOT' && words[at - 1] !== 'IS' && words[at + 1] === 'NULL') ||
      (/^(<>|!=)$/.test(words[at] ?? '') && words[at + 1] === "''");
    if (!isDemand) return [];
    const start = words[at - 2] === '.' ? at - 3 : at - 1;
    return plainColumn(reader, where.slice(start, at), source, true) ?? [];
  });
}

function isOneOf(owners: readonly string[], name: string | undefined): boolean {
  return owners.some((owner) => owner.toLowerCase() === name?.toLowerCase());
}
