import type { ObjectKind } from '../../../facts/statement.ts';
import { foldName } from '../../../sql/quote.ts';

/** A row of the schema. */
export interface Catalogued {
  type: ObjectKind;
  name: string;
  table: string;
  sql: string | null;
}

/** What there is between two statements, by its names. */
export class Catalogue {
  readonly #byName: ReadonlyMap<string, Catalogued>;
  readonly #indexes: ReadonlyMap<string, readonly Catalogued[]>;

  constructor(rows: readonly Catalogued[]) {
    this.#byName = new Map(rows.map((row) => [`${row.type} ${foldName(row.name)}`, row]));
    const written = rows.filter(({ type, sql }) => type === 'index' && sql !== null);
    this.#indexes = Map.groupBy(written, ({ table }) => foldName(table));
  }

  /** The object whose name a new one of this kind cannot have. Tables and views have their names in common. */
  find(kind: ObjectKind, name: string): Catalogued | undefined {
    const key = foldName(name);
    if (kind === 'index' || kind === 'trigger') return this.#byName.get(`${kind} ${key}`);
    return this.#byName.get(`table ${key}`) ?? this.#byName.get(`view ${key}`);
  }

  /** Those that a CREATE INDEX made. */
  indexesOf(table: string): readonly Catalogued[] {
    return this.#indexes.get(foldName(table)) ?? [];
  }
}
