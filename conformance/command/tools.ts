import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A real tool in a small project of its own, and what its runs must come to. */
export interface Tool {
  name: string;
  /** Relative to this folder. */
  folder: string;
  /** Brings a database to where production is; absent: the runner's own tables are enough. */
  prepare?: string;
  /** Two changes that go well, and those with one more that fails in its middle. */
  adds: string;
  fails: string;
  env?: Record<string, string>;
  /** What stands in `ELSEWHERE`, for a file in the folder of the run. */
  elsewhere(path: string): string;
  expected: Expected;
  /** Prints its version; `undefined` where it is missing. */
  version(): string | undefined;
}

interface Expected {
  recorded: string[];
  /** Commits of `adds`; what the tool writes for itself is counted too. */
  commits: number;
  /** What a failure leaves behind, apart from the tool's own tables. */
  leavesHalf: boolean;
}

const here = import.meta.dirname;
const bin = (name: string) => join(here, 'node_modules/.bin', name);
const plain = (path: string) => path;

function answer(program: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', cwd: here });
  return status === 0 ? stdout.trim().split('\n').at(-1) : undefined;
}

const packaged = (name: string) =>
  answer('node', '-p', `require(require('node:path').resolve('node_modules/${name}/package.json')).version`);

const knex = (driver: string, commits: number): Tool => ({
  name: `knex, ${driver}`,
  folder: 'knex',
  adds: `MIGRATIONS=./adds '${bin('knex')}' migrate:latest`,
  fails: `MIGRATIONS=./adds,./fails '${bin('knex')}' migrate:latest`,
  env: { DRIVER: driver },
  elsewhere: plain,
  expected: { recorded: ['001_root_id.mjs', '002_index.mjs'], commits, leavesHalf: false },
  version: () => packaged('knex'),
});

const typeorm = `'${bin('typeorm')}' migration:run -d data-source.mjs`;

/** In the order of the report. Without a tracking table the first run of a tool makes one, which counts as commits. */
export const tools: readonly Tool[] = [
  knex('sqlite3', 4),
  knex('better-sqlite3', 4),
  {
    name: 'typeorm, better-sqlite3',
    folder: 'typeorm',
    adds: `MIGRATIONS=adds ${typeorm}`,
    fails: `MIGRATIONS=adds,fails ${typeorm}`,
    elsewhere: plain,
    expected: { recorded: ['RootId1700000000001', 'Index1700000000002'], commits: 2, leavesHalf: false },
    version: () => packaged('typeorm'),
  },
  {
    name: 'alembic',
    folder: 'alembic',
    adds: '/usr/bin/python3 -m alembic upgrade 002',
    fails: '/usr/bin/python3 -m alembic upgrade head',
    elsewhere: (path) => `sqlite:///${path}`,
    expected: { recorded: ['002'], commits: 5, leavesHalf: true },
    version: () => answer('/usr/bin/python3', '-c', 'import alembic; print(alembic.__version__)'),
  },
  {
    name: 'django',
    folder: 'django',
    prepare: '/usr/bin/python3 manage.py migrate goals 0001',
    adds: '/usr/bin/python3 manage.py migrate goals 0002',
    fails: '/usr/bin/python3 manage.py migrate goals 0004',
    elsewhere: plain,
    expected: { recorded: ['goals.0002_root_id'], commits: 1, leavesHalf: true },
    version: () => answer('/usr/bin/python3', '-c', 'import django; print(django.__version__)'),
  },
];
