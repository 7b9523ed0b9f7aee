import type { Schema, Table } from '../../facts/schema.ts';
import type { StatementTarget } from '../../facts/statement.ts';
import { byName } from '../../sql/by-name.ts';
import { foldName } from '../../sql/quote.ts';
import { columnAt, nameAt, type TableVersion } from '../compare/lineage/lineage.ts';
import type { TablePair } from '../compare/lineage/pairing.ts';
import type { Connection } from '../sqlite/connection.ts';
import { sqliteFailure } from '../sqlite/errors.ts';
import { readSchema, SchemaCache } from '../sqlite/read-schema.ts';
import type { Observation } from './cause.ts';
import { countDifferences, type DifferenceCounts } from './difference.ts';
import { type Definitions, definitionsOf, hasChanged, hasInnerChanged } from './object-difference.ts';
import { reachedTables } from './reached-tables.ts';
import type { FollowedDifference, Watch, WatchedObject, WatchedTable } from './watch.ts';

/** A version of a watched table, under one of its names. */
interface NamedVersion {
  table: WatchedTable;
  version: TableVersion;
  /** Folded. */
  name: string;
}

function versionsOf(table: WatchedTable): NamedVersion[] {
  return table.versions.flatMap((version) =>
    [...new Set(version.names.map(({ name }) => name))].map((name) => ({ table, version, name })),
  );
}

const tablesNamed = byName(({ name }: Table) => name);

/** Observes what is watched between two statements. It only selects, so that the plan goes the same way. */
export class Observer {
  readonly #connection: Connection;
  readonly #watch: Watch;
  readonly #references: ReadonlyMap<WatchedTable, string>;
  /** All versions by each name that they ever have. Thousands of tables would take long for each statement. */
  readonly #byName: ReadonlyMap<string, NamedVersion[]>;
  readonly #cache = new SchemaCache();
  readonly #before: Definitions;
  /** As they are after the last statement that was looked at. */
  #schema: Schema;
  #definitions: Definitions;
  #version: number;
  /** Tables that cannot be measured here. */
  readonly #blind = new Set<WatchedTable>();

  /** `references`: for each watched table, where the rows are that it has in *before*. */
  constructor(connection: Connection, watch: Watch, references: readonly string[]) {
    this.#connection = connection;
    this.#watch = watch;
    this.#references = new Map(watch.tables.map((table, at) => [table, references[at] ?? '']));
    this.#byName = Map.groupBy(watch.tables.flatMap(versionsOf), ({ name }) => name);
    this.#schema = watch.before;
    this.#before = definitionsOf(watch.before);
    this.#definitions = this.#before;
    this.#version = this.#schemaVersion();
  }

  /** `statement` has just run, and names `names`. */
  look(statement: number, names: readonly StatementTarget[]): void {
    const { objects } = this.#watch;
    const schemaVersion = this.#schemaVersion();
    if (schemaVersion !== this.#version) {
      this.#version = schemaVersion;
      this.#schema = readSchema(this.#connection, this.#cache);
      this.#definitions = definitionsOf(this.#schema);
      for (const object of objects) this.#lookAtObject(object, statement);
    }
    for (const { table, version, name } of this.#worthALook(names)) {
      if (nameAt(version, statement) !== name || this.#blind.has(table)) continue;
      this.#lookAtTable(table, version, statement);
    }
  }

  /** What the statement may have touched, whenever it had the name. */
  #worthALook(names: readonly StatementTarget[]): Iterable<NamedVersion> {
    const reached = reachedTables(names, this.#schema);
    if (reached === undefined) return [...this.#byName.values()].flat();
    return [...reached].flatMap((name) => this.#byName.get(name) ?? []);
  }

  #lookAtObject({ object, pair, versions, observations }: WatchedObject, statement: number): void {
    for (const version of versions) {
      const current = pair && this.#currentPair(pair, version, statement);
      if (pair !== undefined && current === undefined) continue;
      const changed =
        current === undefined
          ? hasChanged(object, this.#before, this.#definitions)
          : hasInnerChanged(object, current, this.#schema, this.#watch.renames);
      observations.get(version)?.push({ statement, difference: Number(changed), filled: true });
    }
  }

  #lookAtTable(table: WatchedTable, version: TableVersion, statement: number): void {
    const pair = this.#currentPair(table.pair, version, statement);
    if (pair === undefined || pair.columns.length < table.pair.columns.length) return;
    const reference = this.#references.get(table) ?? '';
    const followed = pair.columns.filter(({ before }) =>
      table.differences.some(({ column }) => column === foldName(before.name)),
    );
    try {
      const counts = countDifferences(this.#connection, { reference, pair, change: table.change }, followed);
      for (const difference of table.differences) {
        difference.observations.get(version)?.push(observationOf(difference, counts, statement));
      }
    } catch (error) {
      // A missing function, collation or module, or a damaged page: the comparison says so.
      if (sqliteFailure(error) === undefined) throw error;
      this.#blind.add(table);
    }
  }

  #schemaVersion(): number {
    return this.#connection.number('PRAGMA schema_version');
  }

  /** A table of *before* and the current form of one of its versions, with the columns that both have. */
  #currentPair(pair: TablePair, version: TableVersion, statement: number): TablePair | undefined {
    const own = nameAt(version, statement);
    const [current] = own === undefined ? [] : tablesNamed(this.#schema.tables, own);
    if (current === undefined) return undefined;
    const columns = pair.columns.flatMap(({ before }) => {
      const name = columnAt(version, before.name, statement);
      const after = current.columns.find((candidate) => foldName(candidate.name) === name);
      return after === undefined ? [] : [{ before, after }];
    });
    return { before: pair.before, after: current, columns };
  }
}

function observationOf(
  { difference: { what }, column = '' }: FollowedDifference,
  counts: DifferenceCounts,
  statement: number,
): Observation {
  const ofRows = what === 'removed' || what === 'added';
  const difference = ofRows ? counts[what] : (counts.columns.get(column)?.[what] ?? 0);
  return { statement, difference, filled: counts.rows > 0 };
}
