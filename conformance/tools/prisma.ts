import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackage, firstWords, load, packageFile } from '../load.ts';
import { fileOf } from '../scenarios.ts';
import type { Migration, Tool } from '../tool.ts';

const ENGINE = '@prisma/schema-engine-wasm';

/** What is used of it: the types of Node do not have it. */
interface Wasm {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: { __wbindgen_start(): void } };
}

interface Engine {
  applyMigrations(request: object): Promise<unknown>;
  free(): void;
}
interface Bindings {
  __wbg_set_wasm(exports: object): void;
  SchemaEngine: { new: (options: object, log: () => void, adapter: object) => Promise<Engine> };
}
interface Factory {
  connect(): Promise<{ dispose(): Promise<void> }>;
}

let bindings: Promise<Bindings> | undefined;

/**
 * The command line of Prisma downloads its engine when it is first used. The same engine is on npm as WebAssembly, which
 * asks a driver of JavaScript for its SQL: here better-sqlite3, whose foreign keys are on as well.
 */
export const prisma: Tool = {
  name: 'prisma (its schema engine as WebAssembly)',
  layout: 'prisma',
  note: 'This is the engine of `prisma migrate deploy` with better-sqlite3 as its driver; the command line downloads a native one, whose foreign keys and messages were not measured.',
  find: () => findPackage(ENGINE, '@prisma/adapter-better-sqlite3'),
  files(migrations) {
    const texts = migrations.map((one) => [
      `${nameOf(one)}/migration.sql`,
      one.text ?? `${one.statements.join('\n')}\n`,
    ]);
    return { ...Object.fromEntries(texts), 'migration_lock.toml': 'provider = "sqlite"\n' };
  },
  async run(path, folder) {
    bindings ??= engine();
    const { SchemaEngine } = await bindings;
    const opened: { dispose(): Promise<void> }[] = [];
    const adapter = await adapterFor(path, opened);
    const datamodels = [['schema.prisma', 'datasource db {\n  provider = "sqlite"\n}\n']];
    const one = await SchemaEngine.new({ datamodels }, () => {}, adapter);
    try {
      await one.applyMigrations({
        migrationsList: listOf(folder),
        filters: { externalTables: [], externalEnums: [] },
      });
      return { succeeded: true };
    } catch (error) {
      const { code = '', message } = error as Error & { code?: string };
      return { succeeded: false, says: `${code} ${firstWords(message)}`.trim() };
    } finally {
      one.free();
      // It holds an exclusive lock.
      for (const connection of opened) await connection.dispose();
    }
  },
  volatile: { id: 'type', started_at: 'type', finished_at: 'type', logs: 'nothing' },
  scenarios: [
    fileOf(
      'a rebuild in a transaction of its own',
      'BEGIN;\nPRAGMA foreign_keys=OFF;\nDELETE FROM authors;\nCOMMIT;\n',
    ),
    fileOf(
      'a failure behind a COMMIT of its own',
      'BEGIN;\nDELETE FROM books;\nCOMMIT;\nBEGIN;\nDELETE FROM nowhere;\n',
    ),
  ],
};

function nameOf({ number, name }: Migration): string {
  return `2024010${number}000000_${name}`;
}

async function engine(): Promise<Bindings> {
  const loaded = await load<Bindings>(`${ENGINE}/schema_engine_bg`);
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
  const module = new Module(readFileSync(packageFile(ENGINE, 'schema_engine_bg.wasm')));
  const { exports } = new Instance(module, { './schema_engine_bg.js': loaded });
  loaded.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return loaded;
}

async function adapterFor(path: string, opened: { dispose(): Promise<void> }[]): Promise<object> {
  const { PrismaBetterSqlite3 } = await load<{
    PrismaBetterSqlite3: new (options: object, others: object) => Factory;
  }>('@prisma/adapter-better-sqlite3');
  const { bindMigrationAwareSqlAdapterFactory: bind } = await load<{
    bindMigrationAwareSqlAdapterFactory: (factory: Factory) => object;
  }>('@prisma/driver-adapter-utils');
  // As the native engine keeps times.
  const factory = new PrismaBetterSqlite3({ url: path }, { timestampFormat: 'unixepoch-ms' });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    opened.push(connection);
    return connection;
  };
  return bind(factory);
}

/** What the command line reads of the folder (packages/migrate/src/utils/listMigrations.ts). */
function listOf(folder: string): object {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted((a, b) => a.localeCompare(b));
  const migrationDirectories = names.map((path) => ({
    path,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok', value: readFileSync(join(folder, path, 'migration.sql'), 'utf8') },
    },
  }));
  const content = readFileSync(join(folder, 'migration_lock.toml'), 'utf8');
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}
