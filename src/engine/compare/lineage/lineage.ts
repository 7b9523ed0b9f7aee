import type { Column, Table } from '../../../facts/schema.ts';
import type { Copies, Named } from '../../../facts/statement.ts';
import { foldName } from '../../../sql/quote.ts';

/** One table from the statement that made it to the one that dropped it, under whatever names. */
export interface Incarnation {
  /** Index of the statement that made it; -1: it is in *before*. */
  born: number;
  /** Index of the statement that dropped it. */
  died?: number;
  /** Folded names, in order. */
  names: { since: number; name: string }[];
  renamedColumns: { step: number; from: string; to: string }[];
  /** Its columns by now, in order. */
  columns: TracedColumn[];
  /** The table whose name it took: a rebuild takes that of the table that it copies. */
  predecessor?: Incarnation;
  /** Index of the statement with which it took that name: from then on its columns are the namesakes of the former ones. */
  tookOver?: number;
}

export interface TracedColumn {
  /** Folded. */
  name: string;
  /** The columns of *before* that statements copied into it, as far as their texts tell; in *before*, itself. */
  sources: Set<Column>;
}

export interface Lineage {
  /** By folded name in *before*. */
  first: ReadonlyMap<string, Incarnation>;
  /** By folded name at the end of the plan. */
  last: ReadonlyMap<string, Incarnation>;
}

/** Follows each table through what the statements name; `executed[step]` is empty where a statement left no trace. */
export function followTables(before: readonly Table[], executed: readonly (readonly Named[])[]): Lineage {
  const first = new Map(before.map((table) => [foldName(table.name), ofBefore(table)]));
  const tables = new Tables(first);
  executed.forEach((names, step) => {
    for (const named of names) tables.follow(named, step);
  });
  return { first, last: tables.live };
}

class Tables {
  readonly live: Map<string, Incarnation>;
  readonly #lastHolder: Map<string, Incarnation>;

  constructor(first: ReadonlyMap<string, Incarnation>) {
    this.live = new Map(first);
    this.#lastHolder = new Map(first);
  }

  follow(named: Named, step: number): void {
    switch (named.verb) {
      case 'create':
        if (named.kind === 'table') this.#create(foldName(named.name), named.columns ?? [], step);
        break;
      case 'drop':
        if (named.kind === 'table') this.#drop(foldName(named.name), step);
        break;
      case 'rename-table':
        this.#rename(foldName(named.name), foldName(named.to), step);
        break;
      case 'rename-column':
      case 'add-column':
      case 'drop-column':
        this.#alter(named, step);
    }
    if ('copies' in named && named.copies) this.#copy(this.live.get(foldName(named.name)), named.copies);
  }

  #create(name: string, columns: readonly string[], step: number): void {
    // CREATE TABLE IF NOT EXISTS on a table that is there changes nothing.
    if (this.live.has(name)) return;
    const traced = columns.map((column) => ({ name: foldName(column), sources: new Set<Column>() }));
    this.#take({ ...newIncarnation(step, name), columns: traced }, name, step);
  }

  #rename(from: string, to: string, step: number): void {
    const incarnation = this.live.get(from);
    if (incarnation === undefined) return;
    this.live.delete(from);
    // A working name is free again for the rebuild of another table.
    const { born, predecessor } = incarnation;
    if (born !== -1 && !(predecessor && outlived(predecessor, born))) this.#lastHolder.delete(from);
    incarnation.names.push({ since: step, name: to });
    this.#take(incarnation, to, step);
  }

  #drop(name: string, step: number): void {
    const incarnation = this.live.get(name);
    if (incarnation !== undefined) incarnation.died = step;
    this.live.delete(name);
  }

  #alter(named: Extract<Named, { table: string }>, step: number): void {
    const incarnation = this.live.get(foldName(named.table));
    if (incarnation === undefined) return;
    const name = foldName(named.name);
    const column = columnNamed(incarnation, name);
    if (named.verb === 'add-column') incarnation.columns.push({ name, sources: new Set() });
    else if (named.verb === 'drop-column')
      incarnation.columns = incarnation.columns.filter((other) => other !== column);
    else {
      incarnation.renamedColumns.push({ step, from: name, to: foldName(named.to) });
      if (column !== undefined) column.name = foldName(named.to);
    }
  }

  #copy(target: Incarnation | undefined, { table, into, from }: Copies): void {
    const source = this.live.get(foldName(table));
    if (target === undefined || source === undefined) return;
    const filled = into?.map((name) => columnNamed(target, foldName(name))) ?? target.columns;
    const read = from?.map((name) => columnNamed(source, foldName(name ?? ''))) ?? source.columns;
    // Generated columns take no value: which column got which is not told then.
    if (filled.length !== read.length) return;
    filled.forEach((column, at) => {
      for (const origin of read[at]?.sources ?? []) column?.sources.add(origin);
    });
  }

  #take(incarnation: Incarnation, name: string, step: number): void {
    const holder = this.#lastHolder.get(name);
    this.#lastHolder.set(name, incarnation);
    this.live.set(name, incarnation);
    // A table of *before* is its own beginning, whatever name it takes.
    if (holder === undefined || incarnation.born === -1) return;
    // Two new tables can swap their names.
    if (ancestry(holder).includes(incarnation)) return;
    // What it copies was there when it was made; the name of a table that was gone by then can come before or after.
    if (incarnation.predecessor !== undefined && outlived(incarnation.predecessor, incarnation.born)) return;
    incarnation.predecessor = holder;
    incarnation.tookOver = step;
  }
}

export function newIncarnation(born: number, name: string): Incarnation {
  return { born, names: [{ since: born, name }], renamedColumns: [], columns: [] };
}

function ofBefore({ name, columns }: Table): Incarnation {
  const traced = columns.map((column) => ({ name: foldName(column.name), sources: new Set([column]) }));
  return { ...newIncarnation(-1, foldName(name)), columns: traced };
}

function outlived({ died }: Incarnation, step: number): boolean {
  return died === undefined || died > step;
}

/** Its column of this folded name. */
export function columnNamed({ columns }: Incarnation, name: string): TracedColumn | undefined {
  return columns.find((column) => column.name === name);
}

/** It and all that came before it, the latest first. */
export function ancestry(incarnation: Incarnation): Incarnation[] {
  const { predecessor } = incarnation;
  return predecessor === undefined ? [incarnation] : [incarnation, ...ancestry(predecessor)];
}

/** Folded name in *before* of the table that it is, or took over; `undefined` for one that is new. */
export function formerTable(incarnation: Incarnation): string | undefined {
  const root = ancestry(incarnation).at(-1);
  return root?.born === -1 ? root.names[0]?.name : undefined;
}

/** Present to former names of the columns that have another one than in *before*, after a statement; all folded. */
export function formerColumns(
  { predecessor, tookOver = -1, renamedColumns }: Incarnation,
  step = Number.POSITIVE_INFINITY,
): Map<string, string> {
  const names = predecessor === undefined ? new Map() : formerColumns(predecessor, tookOver);
  for (const { from, to } of renamedColumns.filter(
    (rename) => rename.step > tookOver && rename.step <= step,
  )) {
    const former = names.get(from) ?? from;
    names.delete(from);
    names.set(to, former);
  }
  return names;
}

/** Its folded name after a statement; `undefined` while it does not exist. */
export function nameAt({ born, died, names }: Incarnation, step: number): string | undefined {
  if (step < born || (died !== undefined && step >= died)) return undefined;
  return names.findLast(({ since }) => since <= step)?.name;
}

/** The folded name that a column of *before* has in an incarnation after a statement. */
export function columnAt(incarnation: Incarnation, former: string, step: number): string {
  const { tookOver = -1, renamedColumns } = incarnation;
  const names = [...formerColumns(incarnation, Math.max(step, tookOver))];
  const name = names.find(([, from]) => from === foldName(former))?.[0] ?? foldName(former);
  const ahead = renamedColumns.filter((rename) => rename.step > step && rename.step <= tookOver);
  return ahead.reduceRight((now, { from, to }) => (now === to ? from : now), name);
}
