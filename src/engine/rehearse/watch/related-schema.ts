import type { Schema } from '../../../facts/schema.ts';
import type { Connection } from '../../sqlite/connection.ts';
import { sqliteFailure } from '../../sqlite/errors.ts';
import { readSchema, SchemaCache } from '../../sqlite/read-schema.ts';

/**
 * The current schema while a plan runs, if anything in it can write to a table that a statement does not name: a trigger,
 * or a foreign key that acts. It is read again when it has changed.
 */
export class RelatedSchema {
  readonly #connection: Connection;
  readonly #cache = new SchemaCache();
  #schema: Schema | undefined;
  #version = -1;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** As it was at the last call of `now`. */
  get last(): Schema | undefined {
    return this.#schema;
  }

  /** Without the foreign keys while they are off. */
  now(): Schema | undefined {
    const version = this.#connection.number('PRAGMA schema_version');
    if (version !== this.#version) {
      this.#version = version;
      this.#schema = this.#hasRelations() ? this.#read() : undefined;
    }
    if (this.#schema === undefined || this.#connection.number('PRAGMA foreign_keys') === 1)
      return this.#schema;
    return this.#schema.triggers.length === 0 ? undefined : withoutForeignKeys(this.#schema);
  }

  #hasRelations(): boolean {
    const acts = ['CASCADE', 'SET%NULL', 'SET%DEFAULT']
      .map((action) => `sql LIKE '%${action}%'`)
      .join(' OR ');
    const related = `type = 'trigger' OR (type = 'table' AND (${acts}))`;
    return this.#connection.number(`SELECT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE ${related})`) === 1;
  }

  #read(): Schema | undefined {
    return orUnmeasured(() => readSchema(this.#connection, this.#cache));
  }
}

function withoutForeignKeys(schema: Schema): Schema {
  return { ...schema, tables: schema.tables.map((table) => ({ ...table, foreignKeys: [] })) };
}

/** A missing collation or module, or a damaged page, must not end the rehearsal: the measurements say so. */
export function orUnmeasured<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    if (sqliteFailure(error) === undefined) throw error;
    return undefined;
  }
}
