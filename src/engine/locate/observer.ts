import type { Schema } from '../../facts/schema.ts';
import type { StatementTarget } from '../../facts/statement.ts';
import { foldName } from '../../sql/quote.ts';
import { columnAt, nameAt, type TableVersion } from '../compare/lineage/lineage.ts';
import type { TablePair } from '../compare/lineage/pairing.ts';
import type { Connection } from '../sqlite/connection.ts';
import { sqliteFailure } from '../sqlite/errors.ts';
import { readSchema, type SchemaCache } from '../sqlite/read-schema.ts';
import type { Reading } from './cause.ts';
import { type Measurement, measureHarm } from './difference.ts';
import { type Definitions, definitionsOf, isHarmed, isInnerHarmed } from './object-difference.ts';
import { reachedTables } from './reach.ts';
import type { FollowedHarm, Watch, WatchedObject, WatchedTable } from './watch.ts';

/** Reads what is watched in between two statements. It only selects, so that the plan goes the same way. */
export class Observer {
  readonly #connection: Connection;
  readonly #watch: Watch;
  readonly #references: readonly string[];
  readonly #cache: SchemaCache = new Map();
  readonly #former: Definitions;
  #schema: Schema;
  #definitions: Definitions;
  #version: number;
  /** Tables that cannot be measured here. */
  readonly #blind = new Set<WatchedTable>();

  /** `references`: where the rows of each watched table stand as they were. */
  constructor(connection: Connection, watch: Watch, references: readonly string[]) {
    this.#connection = connection;
    this.#watch = watch;
    this.#references = references;
    this.#schema = watch.former;
    this.#former = definitionsOf(watch.former);
    this.#definitions = this.#former;
    this.#version = this.#schemaVersion();
  }

  /** `statement` has just run, and names `names`. */
  look(statement: number, names: readonly StatementTarget[]): void {
    const { objects, tables } = this.#watch;
    const version = this.#schemaVersion();
    if (version !== this.#version) {
      this.#version = version;
      this.#schema = readSchema(this.#connection, this.#cache);
      this.#definitions = definitionsOf(this.#schema);
      for (const object of objects) this.#lookAtObject(object, statement);
    }
    const reached = reachedTables(names, this.#schema);
    tables.forEach((table, at) => {
      for (const version of table.incarnations) {
        const name = nameAt(version, statement);
        if (name === undefined || this.#blind.has(table)) continue;
        if (reached === undefined || reached.has(name)) this.#lookAtTable(table, at, version, statement);
      }
    });
  }

  #lookAtObject({ object, pair, incarnations, readings }: WatchedObject, statement: number): void {
    for (const version of incarnations) {
      const now = pair && this.#pairNow(pair, version, statement);
      if (pair !== undefined && now === undefined) continue;
      const harmed =
        now === undefined
          ? isHarmed(object, this.#former, this.#definitions)
          : isInnerHarmed(object, now, this.#schema, this.#watch.renames);
      readings.get(version)?.push({ statement, harm: Number(harmed), filled: true });
    }
  }

  #lookAtTable(table: WatchedTable, at: number, version: TableVersion, statement: number): void {
    const pair = this.#pairNow(table.pair, version, statement);
    if (pair === undefined || pair.columns.length < table.pair.columns.length) return;
    const reference = this.#references[at] ?? '';
    const followed = pair.columns.filter(({ before }) =>
      table.harms.some(({ column }) => column === foldName(before.name)),
    );
    try {
      const measurement = measureHarm(this.#connection, { reference, pair, change: table.change }, followed);
      for (const harm of table.harms)
        harm.readings.get(version)?.push(readingOf(harm, measurement, statement));
    } catch (error) {
      // A missing function, collation or module, or a damaged page: the comparison says so.
      if (sqliteFailure(error) === undefined) throw error;
      this.#blind.add(table);
    }
  }

  #schemaVersion(): number {
    return this.#connection.number('PRAGMA schema_version');
  }

  /** A table of *before* and what a version of it is now, with the columns that both have. */
  #pairNow(pair: TablePair, version: TableVersion, statement: number): TablePair | undefined {
    const own = nameAt(version, statement);
    const after = this.#schema.tables.find(({ name }) => foldName(name) === own);
    if (after === undefined) return undefined;
    const columns = pair.columns.flatMap((column) => {
      const name = columnAt(version, column.before.name, statement);
      const now = after.columns.find((candidate) => foldName(candidate.name) === name);
      return now === undefined ? [] : [{ before: column.before, after: now }];
    });
    return { before: pair.before, after, columns };
  }
}

function readingOf(
  { harm: { what }, column }: FollowedHarm,
  measured: Measurement,
  statement: number,
): Reading {
  const ofRows = what === 'removed' || what === 'added';
  const harm = ofRows ? measured[what] : (measured.columns.get(column ?? '')?.[what] ?? 0);
  return { statement, harm, filled: measured.rows > 0 };
}
