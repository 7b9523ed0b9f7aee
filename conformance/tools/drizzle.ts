import { findPackage, firstWords, load } from '../load.ts';
import { fileOf } from '../scenarios.ts';
import type { Migration, Scenario, Tool, ToolRun } from '../tool.ts';

type Migrate<Database> = (database: Database, options: { migrationsFolder: string }) => unknown;

const BREAKPOINT = '--> statement-breakpoint';

export const drizzle: Tool = {
  name: 'drizzle-orm on better-sqlite3',
  layout: 'drizzle',
  find: () => findPackage('drizzle-orm', 'better-sqlite3'),
  files,
  async run(path, folder) {
    const { default: Database } = await load<{ default: new (path: string) => { close(): void } }>(
      'better-sqlite3',
    );
    const { drizzle: wrap } = await load<{ drizzle: (client: object) => object }>(
      'drizzle-orm/better-sqlite3',
    );
    const { migrate } = await load<{ migrate: Migrate<object> }>('drizzle-orm/better-sqlite3/migrator');
    const client = new Database(path);
    return await outcome(
      () => migrate(wrap(client), { migrationsFolder: folder }),
      () => client.close(),
    );
  },
  volatile: {},
  scenarios: ownScenarios(),
};

export const drizzleOnLibsql: Tool = {
  name: 'drizzle-orm on libsql',
  layout: 'drizzle',
  profile: 'drizzle-libsql',
  find: () => findPackage('drizzle-orm', '@libsql/client'),
  files,
  async run(path, folder) {
    type Client = { close(): void };
    const { createClient } = await load<{ createClient: (options: { url: string }) => Client }>(
      '@libsql/client',
    );
    const { drizzle: wrap } = await load<{ drizzle: (client: object) => object }>('drizzle-orm/libsql');
    const { migrate } = await load<{ migrate: Migrate<object> }>('drizzle-orm/libsql/migrator');
    const client = createClient({ url: `file:${path}` });
    return await outcome(
      () => migrate(wrap(client), { migrationsFolder: folder }),
      () => client.close(),
    );
  },
  volatile: {},
  scenarios: ownScenarios(),
};

async function outcome(migrate: () => unknown, close: () => void): Promise<ToolRun> {
  try {
    await migrate();
    return { succeeded: true };
  } catch (error) {
    const { message, cause } = error as Error;
    return { succeeded: false, says: firstWords(cause instanceof Error ? cause.message : message) };
  } finally {
    close();
  }
}

/** As drizzle-kit writes it. */
function files(migrations: readonly Migration[]): Record<string, string> {
  const tagOf = ({ number, name }: Migration) => `${String(number - 1).padStart(4, '0')}_${name}`;
  const entries = migrations.map((one, idx) => ({
    idx,
    version: '6',
    when: 1_700_000_000_000 + one.number * 1000,
    tag: tagOf(one),
    breakpoints: true,
  }));
  const texts = migrations.map((one) => [
    `${tagOf(one)}.sql`,
    one.text ?? one.statements.join(`${BREAKPOINT}\n`),
  ]);
  return {
    ...Object.fromEntries(texts),
    'meta/_journal.json': JSON.stringify({ version: '7', dialect: 'sqlite', entries }, undefined, 2),
  };
}

function ownScenarios(): Scenario[] {
  const one = 'CREATE TABLE a (id INTEGER);';
  return [
    fileOf('two statements without a breakpoint', `${one}\nCREATE TABLE b (id INTEGER);`),
    fileOf('a breakpoint with nothing behind it', `${one}${BREAKPOINT}\n`),
    fileOf('a comment behind the statement', `${one} -- made\n`),
    fileOf('text in double quotes', 'INSERT INTO authors (id, name) VALUES (3, "c");'),
  ];
}
