import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HOSTILE, hostileRecord } from '../../__tests__/report/hostile.ts';
import { judged } from '../../__tests__/support/preflight.ts';
import { blockedRecord, databaseFacts, rehearsal, statement } from '../../__tests__/support/record.ts';
import { makeDatabase } from '../../examples/fractal-goals/make-database.ts';
import type { Incident } from '../../src/facts/database.ts';
import type { PreflightRecord } from '../../src/facts/record.ts';
import type { RehearsalFacts } from '../../src/facts/rehearsal/rehearsal.ts';
import { visible } from '../../src/text/visible.ts';
import { laidOut } from '../cases/lay-out.ts';
import type { Run } from './run.ts';

/** One way in which a run can end, or in which a report can be hard to write. */
export interface Kind {
  /** Also of its folder. */
  name: string;
  title: string;
  record(run: Run): PreflightRecord | Promise<PreflightRecord>;
}

const root = join(import.meta.dirname, '../..');
const TABLE = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT);';

/** Of several databases one is cleared, one loses rows and one cannot be used. */
const TENANTS = {
  'north.db': `${TABLE} INSERT INTO t VALUES (1, 'kept');`,
  'south.db': `${TABLE} INSERT INTO t VALUES (1, 'kept'), (2, 'old'), (3, 'old');`,
};

export const kinds: readonly Kind[] = [
  { name: 'cleared', title: 'The example, fixed', record: example('fixed') },
  golden('warned', 'cases/a-check-forgotten-in-a-rebuild'),
  {
    name: 'blocked-by-failure',
    title: 'The example, as first written',
    record: example('as-first-written'),
  },
  golden('blocked-by-loss', 'cases/odd-names-and-kinds-unsafe'),
  golden('samples', 'cases/odd-names-and-kinds-unsafe', { samples: 'values' }),
  golden('health-check', 'cases/a-health-check-meets-a-broken-view'),
  golden('refused', 'layouts/sqlx/a-missing-file-is-refused'),
  { name: 'several-databases', title: 'One cleared, one blocked, one that cannot be used', record: several },
  { name: 'command', title: 'The project’s own tool migrates', record: command },
  {
    name: 'timed-out',
    title: 'A statement reaches the deadline',
    record: () =>
      unfinished('timeout', { task: 'rehearse', kind: 'timeout', detail: 'killed after 30 minutes' }),
  },
  {
    name: 'failed-by-fault',
    title: 'The engine breaks',
    record: () => unfinished('crashed', { task: 'rehearse', kind: 'crash', detail: 'signal SIGSEGV' }),
  },
  { name: 'failed-by-settings', title: 'Three mistakes in the settings', record: mistaken },
  { name: 'failed-by-snapshot', title: 'The snapshot is text', record: unusable },
  ...HOSTILE.map((name, at) => ({
    name: `hostile-${String(at + 1).padStart(2, '0')}`,
    title: `Everything is called ${visible(name)}`,
    record: () => hostileRecord(name),
  })),
  { name: 'hostile-together', title: 'A database for each of these names', record: hostileTogether },
];

function example(version: string): Kind['record'] {
  return (run) =>
    run((workspace) => {
      cpSync(join(root, 'examples/fractal-goals'), workspace, { recursive: true });
      makeDatabase(join(workspace, 'goals_dev.db'));
      return { database: 'goals_dev.db', migrations: `migrations/${version}`, config: 'preflight.yml' };
    });
}

/** A golden case, which calls itself. Those of one file are plain files to a tool that keeps no account. */
function golden(name: string, place: string, inputs: Record<string, string> = {}): Kind {
  const title = place.slice(place.lastIndexOf('/') + 1).replaceAll('-', ' ');
  const record = (run: Run) =>
    run((workspace) => ({
      ...(place.startsWith('cases/') && { layout: 'plain' }),
      ...laidOut(join(root, '__tests__', place), workspace),
      ...inputs,
    }));
  return { name, title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`, record };
}

function several(run: Run): Promise<PreflightRecord> {
  return run((workspace) => {
    for (const [name, sql] of Object.entries(TENANTS)) makeFrom(sql, join(workspace, name));
    writeFileSync(join(workspace, 'west.db'), 'no database\n');
    mkdirSync(join(workspace, 'migrations'));
    writeFileSync(join(workspace, 'migrations/1.sql'), "DELETE FROM t WHERE v = 'old';\n");
    return { database: '*.db', migrations: 'migrations' };
  });
}

function command(run: Run): Promise<PreflightRecord> {
  const tool = `import { DatabaseSync } from 'node:sqlite';
const database = new DatabaseSync(process.env.DATABASE_PATH);
database.exec("ALTER TABLE t ADD COLUMN w TEXT; UPDATE t SET w = upper(v)");
database.close();
`;
  return run((workspace) => {
    makeFrom(TENANTS['south.db'], join(workspace, 'app.db'));
    writeFileSync(join(workspace, 'migrate.mjs'), tool);
    return { database: 'app.db', command: 'node migrate.mjs' };
  });
}

function mistaken(run: Run): Promise<PreflightRecord> {
  return run((workspace) => {
    makeFrom(TENANTS['north.db'], join(workspace, 'app.db'));
    writeFileSync(join(workspace, 'preflight.yml'), 'layuot: goose\n');
    return { database: 'app.db', migrations: 'migrations', 'fail-on': 'eror', config: 'preflight.yml' };
  });
}

function unusable(run: Run): Promise<PreflightRecord> {
  return run((workspace) => {
    writeFileSync(join(workspace, 'app.db'), 'no database\n');
    return { database: 'app.db' };
  });
}

/** The first statement ran, the second one was running when the engine ended. */
function unfinished(outcome: RehearsalFacts['outcome'], incident: Incident): PreflightRecord {
  const { ms: _, rows: __, ...started } = statement({ line: 4, title: 'Count every pair of goals' });
  const statements = [statement(), { ...started, status: 'failed' as const, writes: false }];
  const facts = databaseFacts({
    rehearsal: rehearsal({ outcome, commits: 1, statements }),
    incidents: [incident],
  });
  delete facts.after;
  delete facts.changes;
  delete facts.migratedDatabase;
  return judged(facts);
}

function hostileTogether(): PreflightRecord {
  const records = HOSTILE.map(hostileRecord);
  const databases = records.flatMap((record) => record.databases);
  return { ...blockedRecord(), databases, findings: records.flatMap(({ findings }) => findings) };
}

function makeFrom(sql: string, path: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}
