import type { Column, Table } from '../../../facts/schema.ts';
import type { Copies, StatementTarget } from '../../../facts/statement.ts';
import { foldName } from '../../../sql/quote.ts';

/** One table from the statement that made it to the one that dropped it, under whatever names. */
export interface TableVersion {
  /** Index of the statement that made it; -1: it is in *before*. */
  born: number;
  /** Index of the statement that dropped it. */
  died?: number;
  /** Folded names, in order. */
  names: { since: number; name: string }[];
  renamedColumns: { statement: number; from: string; to: string }[];
  /** Its columns by now, in order. */
  columns: TracedColumn[];
  /** What statements copied into it from tables of *before*, through other tables or not. */
  transfers: Transfer[];
  /** The table whose name it took: a rebuild takes that of the table that it copies. */
  predecessor?: TableVersion;
  /** Index of the statement with which it took that name: from then on, a column of it continues its namesake there. */
  tookOver?: number;
}

export interface TracedColumn {
  /** Folded. */
  name: string;
  /** The columns of *before* that statements copied into it, as far as their texts tell; in *before*, itself. */
  sources: Set<Column>;
  /** Of a table of *before*: what it is there. */
  origin?: Column;
  /** By statement that filled it: the columns of *before* without which it then has no value. */
  needs: Map<number, Set<Column>>;
}

/** Columns of one table of *before* that a statement copied, row by row. */
export interface Transfer {
  statement: number;
  /** Folded name in *before*. */
  source: string;
  columns: { from: Column; into: TracedColumn }[];
}

export interface Lineage {
  /** By folded name in *before*. */
  first: ReadonlyMap<string, TableVersion>;
  /** By folded name at the end of the plan. */
  last: ReadonlyMap<string, TableVersion>;
}

/** Follows each table through what the statements name; `executed[statement]` is empty where a statement left no trace. */
export function followTables(
  before: readonly Table[],
  executed: readonly (readonly StatementTarget[])[],
): Lineage {
  const first = new Map(before.map((table) => [foldName(table.name), ofBefore(table)]));
  const tables = new Tables(first);
  executed.forEach((names, statement) => {
    for (const named of names) tables.follow(named, statement);
  });
  return { first, last: tables.live };
}

/** Of one table: a migration that copies row by row is not followed further. */
const MOST_TRANSFERS = 100;

class Tables {
  readonly live: Map<string, TableVersion>;
  readonly #lastHolder: Map<string, TableVersion>;

  constructor(first: ReadonlyMap<string, TableVersion>) {
    this.live = new Map(first);
    this.#lastHolder = new Map(first);
  }

  follow(named: StatementTarget, statement: number): void {
    switch (named.verb) {
      case 'create':
        if (named.kind === 'table') this.#create(foldName(named.name), named.columns ?? [], statement);
        break;
      case 'drop':
        if (named.kind === 'table') this.#drop(foldName(named.name), statement);
        break;
      case 'rename-table':
        this.#rename(foldName(named.name), foldName(named.to), statement);
        break;
      case 'rename-column':
      case 'add-column':
      case 'drop-column':
        this.#alter(named, statement);
    }
    if (!('copies' in named)) return;
    const target = this.live.get(foldName(named.name));
    const also = 'alsoCopies' in named ? (named.alsoCopies ?? []) : [];
    for (const copies of [named.copies ?? [], also].flat()) this.#copy(target, copies, statement);
  }

  #create(name: string, columns: readonly string[], statement: number): void {
    // CREATE TABLE IF NOT EXISTS on a table that is there changes nothing.
    if (this.live.has(name)) return;
    const traced = columns.map((column) => newColumn(foldName(column)));
    this.#take({ ...newVersion(statement, name), columns: traced }, name, statement);
  }

  #rename(from: string, to: string, statement: number): void {
    const version = this.live.get(from);
    if (version === undefined) return;
    this.live.delete(from);
    // A working name is free again for the rebuild of another table.
    const { born, predecessor } = version;
    if (born !== -1 && !(predecessor && outlived(predecessor, born))) this.#lastHolder.delete(from);
    version.names.push({ since: statement, name: to });
    this.#take(version, to, statement);
  }

  #drop(name: string, statement: number): void {
    const version = this.live.get(name);
    if (version !== undefined) version.died = statement;
    this.live.delete(name);
  }

  #alter(named: Extract<StatementTarget, { table: string }>, statement: number): void {
    const version = this.live.get(foldName(named.table));
    if (version === undefined) return;
    const name = foldName(named.name);
    const column = columnNamed(version, name);
    if (named.verb === 'add-column') version.columns.push(newColumn(name));
    else if (named.verb === 'drop-column')
      version.columns = version.columns.filter((other) => other !== column);
    else {
      version.renamedColumns.push({ statement, from: name, to: foldName(named.to) });
      if (column !== undefined) column.name = foldName(named.to);
    }
  }

  #copy(target: TableVersion | undefined, { table, into, from, uses }: Copies, statement: number): void {
    const source = this.live.get(foldName(table));
    if (target === undefined || source === undefined) return;
    const filled = into?.map((name) => columnNamed(target, foldName(name))) ?? target.columns;
    const read = from?.map((name) => columnNamed(source, foldName(name ?? ''))) ?? source.columns;
    // Generated columns take no value: which column got which is not told then.
    if (filled.length !== read.length) return;
    if (target.transfers.length < MOST_TRANSFERS)
      target.transfers.push(...transfersOf(source, filled, read, statement));
    filled.forEach((column, at) => {
      if (column !== undefined && column.needs.size > MOST_TRANSFERS) return;
      for (const origin of read[at]?.sources ?? []) column?.sources.add(origin);
      for (const [earlier, known] of read[at]?.needs ?? []) column?.needs.set(earlier, known);
      const used = [read[at], ...(uses?.[at] ?? []).map((name) => columnNamed(source, foldName(name)))];
      const origins = used.flatMap(originsOf);
      const others = column?.needs.get(statement) ?? [];
      if (origins.length > 0) column?.needs.set(statement, new Set([...others, ...origins]));
    });
  }

  #take(version: TableVersion, name: string, statement: number): void {
    const holder = this.#lastHolder.get(name);
    this.#lastHolder.set(name, version);
    this.live.set(name, version);
    // A table of *before* is its own beginning, whatever name it takes.
    if (holder === undefined || version.born === -1) return;
    // Two new tables can swap their names.
    if (ancestry(holder).includes(version)) return;
    // It copies a table that was there when it was made. Of a table that was gone by then it takes no more than the name.
    if (version.predecessor !== undefined && outlived(version.predecessor, version.born)) return;
    version.predecessor = holder;
    version.tookOver = statement;
  }
}

export function newVersion(born: number, name: string): TableVersion {
  return { born, names: [{ since: born, name }], renamedColumns: [], columns: [], transfers: [] };
}

function newColumn(name: string): TracedColumn {
  return { name, sources: new Set(), needs: new Map() };
}

function originsOf(column: TracedColumn | undefined): Column[] {
  return column === undefined ? [] : column.origin ? [column.origin] : [...column.sources];
}

/** From a table of *before* what it copies; from one that the plan made what was copied there from such tables. */
function transfersOf(
  source: TableVersion,
  filled: readonly (TracedColumn | undefined)[],
  read: readonly (TracedColumn | undefined)[],
  statement: number,
): Transfer[] {
  const pairsOf = (fromOf: (column: TracedColumn) => Column | undefined) =>
    filled.flatMap((into, at) => {
      const column = read[at];
      const from = column && fromOf(column);
      return into === undefined || from === undefined ? [] : [{ from, into }];
    });
  const name = source.names[0]?.name ?? '';
  const direct = {
    statement,
    source: name,
    columns: source.born === -1 ? pairsOf(({ origin }) => origin) : [],
  };
  const through = source.transfers.map((known) => ({
    statement,
    source: known.source,
    columns: pairsOf((column) => known.columns.find(({ into }) => into === column)?.from),
  }));
  return [direct, ...through].filter(({ columns }) => columns.length > 0);
}

function ofBefore({ name, columns }: Table): TableVersion {
  const traced = columns.map((column) => ({
    ...newColumn(foldName(column.name)),
    sources: new Set([column]),
    origin: column,
  }));
  return { ...newVersion(-1, foldName(name)), columns: traced };
}

function outlived({ died }: TableVersion, statement: number): boolean {
  return died === undefined || died > statement;
}

/** Its column of this folded name. */
export function columnNamed({ columns }: TableVersion, name: string): TracedColumn | undefined {
  return columns.find((column) => column.name === name);
}

/** It and all that came before it, the latest first. */
export function ancestry(version: TableVersion): TableVersion[] {
  const { predecessor } = version;
  return predecessor === undefined ? [version] : [version, ...ancestry(predecessor)];
}

/** Folded name in *before* of the table that it is, or took over; `undefined` for one that is new. */
export function nameBefore(version: TableVersion): string | undefined {
  const root = ancestry(version).at(-1);
  return root?.born === -1 ? root.names[0]?.name : undefined;
}

/** By folded name after a statement: the folded name in *before*, of each column that had another one there. */
export function columnNamesBefore(
  { predecessor, tookOver = -1, renamedColumns }: TableVersion,
  statement = Number.POSITIVE_INFINITY,
): Map<string, string> {
  const names = predecessor === undefined ? new Map() : columnNamesBefore(predecessor, tookOver);
  for (const { from, to } of renamedColumns.filter(
    (rename) => rename.statement > tookOver && rename.statement <= statement,
  )) {
    const before = names.get(from) ?? from;
    names.delete(from);
    names.set(to, before);
  }
  return names;
}

/** Its folded name after a statement; `undefined` while it does not exist. */
export function nameAt({ born, died, names }: TableVersion, statement: number): string | undefined {
  if (statement < born || (died !== undefined && statement >= died)) return undefined;
  return names.findLast(({ since }) => since <= statement)?.name;
}

/** The folded name that a column of *before* has in a version after a statement. */
export function columnAt(version: TableVersion, before: string, statement: number): string {
  const { tookOver = -1, renamedColumns } = version;
  const names = [...columnNamesBefore(version, Math.max(statement, tookOver))];
  const name = names.find(([, from]) => from === foldName(before))?.[0] ?? foldName(before);
  // It has its predecessor's names only once it has taken over: renames until then are taken back.
  const ahead = renamedColumns.filter(
    (rename) => rename.statement > statement && rename.statement <= tookOver,
  );
  return ahead.reduceRight((current, { from, to }) => (current === to ? from : current), name);
}
