import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { sample } from '../kit/sample.ts';
import { attempt } from '../kit/step.ts';
import { type Contents, ENDLESS, SMALL, workspaceWith } from '../kit/workspace.ts';
import type { Suite } from '../suite.ts';

const DEADLINE_MS = 4000;

/** After the deadline: seconds, but for a machine that does other things too. */
const GRACE_MS = 60_000;
/** Of what need not be run: a busy machine must not meet it. */
const FAR_MS = 120_000;

interface Endless extends Contents {
  /** Of a migration. */
  sql?: string;
  command?: string;
  inputs?: Record<string, string>;
  /** Makes what is no plain file. */
  prepare?(workspace: string): void;
  /** It is there, but nothing has to run it. */
  idle?: true;
}

const LIKE = "v NOT LIKE '%a%a%a%a%a%a%a%a%a%a%a%b'";
const AAA = "INSERT INTO t VALUES (9, printf('%.*c', 2000, 'a'));";
const pipe = (name: string) => (workspace: string) => void execFileSync('mkfifo', [join(workspace, name)]);
const zeros = (name: string) => (workspace: string) => symlinkSync('/dev/zero', join(workspace, name));

const KINDS: Readonly<Record<string, Endless>> = {
  'a query': { sql: `${ENDLESS} SELECT count(*) FROM n;` },
  'a query in a transaction': {
    sql: `BEGIN; UPDATE t SET v = 'x'; ${ENDLESS} SELECT count(*) FROM n; COMMIT;`,
  },
  'an INSERT': { sql: `${ENDLESS} INSERT INTO t(v) SELECT i FROM n;` },
  'a sort': { sql: `${ENDLESS} SELECT i FROM n ORDER BY -i;` },
  'a UNION that remembers all': {
    sql: 'WITH RECURSIVE n(b) AS (SELECT randomblob(9) UNION SELECT randomblob(9) FROM n) SELECT count(*) FROM n;',
  },
  'an aggregate': { sql: `${ENDLESS} SELECT length(group_concat(i)) FROM n WHERE i < 0;` },
  'a window': { sql: `${ENDLESS} SELECT count(*) OVER (ORDER BY i) FROM n WHERE i < 0;` },
  'a join of everything': {
    sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9999) SELECT count(*) FROM n a, n b, n c, n d;`,
  },
  'a subquery': { sql: `UPDATE t SET v = (${ENDLESS} SELECT max(i) FROM n);` },
  'a table made of a query': { sql: `CREATE TABLE u AS ${ENDLESS} SELECT i FROM n;` },
  'a LIKE that turns back': { sql: `SELECT count(*) FROM t WHERE ${LIKE};`, database: `${SMALL} ${AAA}` },
  'a GLOB that turns back': {
    sql: "SELECT count(*) FROM t WHERE v GLOB '*a*a*a*a*a*a*a*a*a*a*a*b';",
    database: `${SMALL} ${AAA}`,
  },
  'an index on a LIKE': { sql: `CREATE INDEX i ON t(${LIKE});`, database: `${SMALL} ${AAA}` },
  'a trigger': {
    sql: `CREATE TRIGGER g AFTER UPDATE ON t BEGIN INSERT INTO t(v) ${ENDLESS} SELECT i FROM n; END; UPDATE t SET v = 'x';`,
  },
  'triggers that start each other': {
    sql: `PRAGMA recursive_triggers=ON; CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO t(v) VALUES ('1'); INSERT INTO t(v) VALUES ('2'); END; INSERT INTO t(v) VALUES ('0');`,
  },
  'a view': { sql: `CREATE VIEW e AS ${ENDLESS} SELECT i FROM n; SELECT count(*) FROM e;` },
  'a view that nobody asks': {
    sql: 'CREATE TABLE u(a);',
    database: `${SMALL} CREATE VIEW e AS ${ENDLESS} SELECT i FROM n;`,
    idle: true,
  },
  'a view that the migration asks': {
    sql: 'CREATE TABLE u AS SELECT * FROM e;',
    database: `${SMALL} CREATE VIEW e AS ${ENDLESS} SELECT i FROM n;`,
  },
  'a generated column': {
    sql: `ALTER TABLE t ADD COLUMN slow AS (${LIKE}) VIRTUAL; SELECT count(*) FROM t WHERE slow;`,
    database: `${SMALL} ${AAA}`,
  },
  'a CHECK over existing rows': {
    sql: 'CREATE TABLE u(a);',
    database: `PRAGMA ignore_check_constraints=ON; CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT CHECK (${LIKE})); ${AAA}`,
  },
  'a query of the config': {
    sql: 'CREATE TABLE u(a);',
    files: {
      'preflight.yml': `checks:\n  queries:\n    - { id: q, sql: "${ENDLESS} SELECT i FROM n WHERE i < 0" }\n`,
    },
  },
  'a statement of the application': {
    sql: 'CREATE TABLE u(a);',
    files: {
      'preflight.yml': 'checks:\n  statements: app.sql\n',
      'app.sql': `${ENDLESS} SELECT count(*) FROM n;`,
    },
    idle: true,
  },
  'a dump': {
    inputs: { database: 'dump.sql' },
    files: { 'dump.sql': `CREATE TABLE t(v);\nINSERT INTO t ${ENDLESS} SELECT i FROM n WHERE i < 0;\n` },
  },
  'a pipe as the database': { inputs: { database: 'pipe.db' }, prepare: pipe('pipe.db') },
  'a pipe as the -wal': { sql: 'CREATE TABLE u(a);', prepare: pipe('app.db-wal') },
  'a pipe as the -journal': { sql: 'CREATE TABLE u(a);', prepare: pipe('app.db-journal') },
  'a pipe among the migrations': { sql: 'CREATE TABLE u(a);', prepare: pipe('m/2.sql') },
  'a pipe as the config': { sql: 'CREATE TABLE u(a);', prepare: pipe('preflight.yml') },
  'zeros as the config': { sql: 'CREATE TABLE u(a);', prepare: zeros('preflight.yml') },
  'zeros as a migration': { sql: 'CREATE TABLE u(a);', prepare: zeros('m/2.sql') },
  'zeros as the database': { inputs: { database: 'zero.db' }, prepare: zeros('zero.db') },
  'a command that waits': { command: 'sleep 1000' },
  'a command that works': { command: 'while :; do :; done' },
  'a command that reads': { command: 'cat > /dev/null' },
  'a command that prints': { command: 'while sleep 0.01; do echo a line; done' },
  'a command that ignores signals': { command: "trap '' INT TERM HUP; while :; do sleep 1; done" },
  'a command that leaves a child with its output': { command: 'sleep 1000 & echo started' },
  'a command that starts itself again': { command: 'f() { sleep 0.05; f & wait; }; f' },
};

export const endless: Suite = {
  name: 'endless',
  title: 'Things that never end',
  promise:
    'Whatever never ends is ended: by the deadline, by a limit, or because it was never begun. The report says so, and nothing that did not come to its end is cleared.',
  method: `${Object.keys(KINDS).length} kinds of things without an end in migrations, schema, config, dumps, files and commands, each with a deadline of ${DEADLINE_MS / 1000} seconds. A few are there and need not be run: those must not cost the verdict.`,
  count: Object.keys(KINDS).length,
  missing: () => (process.platform === 'win32' ? 'Windows has no pipes among its files' : undefined),
  async cases({ seed, count }) {
    return sample(Object.entries(KINDS), count, seed).map(([name, kind]) => ({
      name,
      run: (place) => tryKind(place, kind),
    }));
  },
};

async function tryKind(place: string, kind: Endless): Promise<string[]> {
  const { sql, command, database = SMALL, files, inputs, prepare, idle } = kind;
  const migration = sql === undefined ? {} : { 'm/1.sql': sql };
  const workspace = workspaceWith(place, { database, files: { ...files, ...migration } });
  prepare?.(workspace);
  const { problems, outputs } = await attempt({
    place,
    workspace,
    inputs: {
      database: 'app.db',
      ...(sql !== undefined && { migrations: 'm' }),
      ...(command !== undefined && { command }),
      'timeout-minutes': String((idle ? FAR_MS : DEADLINE_MS) / 60_000),
      ...inputs,
    },
    limitMs: (idle ? FAR_MS : DEADLINE_MS) + GRACE_MS,
  });
  const { verdict = 'none' } = outputs;
  const isCleared = ['cleared', 'warned'].includes(verdict);
  return isCleared === (idle ?? false) ? problems : [...problems, `it ends as ${verdict}`];
}
