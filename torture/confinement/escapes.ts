import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Something that tries to reach beyond the private copy. */
export interface Escape {
  name: string;
  sql?: string;
  dump?: string;
  config?: string;
  inputs?: Record<string, string>;
  prepare?(workspace: string): void;
}

/** `out`: a folder outside of the workspace, which holds `secret.txt` and `other.db`. */
export function escapes(out: string): Escape[] {
  return [...SQL, ...byAnotherDriver(), ...DUMPS, ...FILES].map((one) => withPlace(one, out));
}

/** OUT stands for the folder. */
function withPlace(one: Escape, out: string): Escape {
  const replaced = (text: string) => text.replaceAll('OUT', out);
  const texts = (['sql', 'dump', 'config'] as const).flatMap((key) => {
    const text = one[key];
    return text === undefined ? [] : [[key, replaced(text)] as const];
  });
  const inputs = Object.entries(one.inputs ?? {}).map(([name, value]) => [name, replaced(value)] as const);
  return { ...one, ...Object.fromEntries(texts), inputs: Object.fromEntries(inputs) };
}

const SQL: readonly Escape[] = [
  { name: 'ATTACH of a new file', sql: "ATTACH 'OUT/new.db' AS o; CREATE TABLE o.x(a);" },
  { name: 'ATTACH of a file that is there', sql: "ATTACH 'OUT/other.db' AS o; DELETE FROM o.t;" },
  { name: 'ATTACH of an expression', sql: "ATTACH 'OUT' || '/new.db' AS o; CREATE TABLE o.x(a);" },
  { name: 'ATTACH of a URI', sql: "ATTACH 'file:OUT/new.db?mode=rwc' AS o; CREATE TABLE o.x(a);" },
  {
    name: 'ATTACH of a column',
    sql: "UPDATE t SET v = 'OUT/new.db'; ATTACH (SELECT v FROM t) AS o; CREATE TABLE o.x(a);",
  },
  {
    name: 'ATTACH among comments',
    sql: "/* */ ATTACH--\nDATABASE/**/'OUT/new.db'/**/AS o; CREATE TABLE o.x(a);",
  },
  { name: 'ATTACH behind EXPLAIN', sql: "EXPLAIN ATTACH 'OUT/new.db' AS o; CREATE TABLE o.x(a);" },
  {
    name: 'ATTACH of what begins in memory',
    sql: "ATTACH ':memory:' || '/../OUT/new.db' AS o; CREATE TABLE o.x(a);",
  },
  { name: 'ATTACH of the snapshot', sql: "ATTACH 'OUT/../workspace/app.db' AS o; DELETE FROM o.t;" },
  { name: 'sqlite_attach', sql: "SELECT sqlite_attach('OUT/new.db', 'o', ''); CREATE TABLE o.x(a);" },
  { name: 'VACUUM INTO', sql: "VACUUM INTO 'OUT/new.db';" },
  { name: 'VACUUM main INTO', sql: "VACUUM main INTO 'OUT/new.db';" },
  { name: 'VACUUM INTO a URI', sql: "VACUUM INTO 'file:OUT/new.db';" },
  { name: 'VACUUM INTO an expression', sql: "VACUUM INTO (SELECT 'OUT/new.db');" },
  {
    name: 'VACUUM of a database in memory',
    sql: "ATTACH ':memory:' AS o; CREATE TABLE o.x(a); VACUUM o INTO 'OUT/new.db';",
  },
  { name: 'temp_store_directory', sql: sorted("PRAGMA temp_store_directory = 'OUT';") },
  { name: 'data_store_directory', sql: sorted("PRAGMA data_store_directory = 'OUT';") },
  {
    name: 'temp_store_directory by a function',
    sql: sorted("SELECT * FROM pragma_temp_store_directory('OUT');"),
  },
  { name: 'load_extension', sql: "SELECT load_extension('OUT/other.db');" },
  {
    name: 'load_extension in a trigger',
    sql: "CREATE TRIGGER g AFTER UPDATE ON t BEGIN SELECT load_extension('OUT/other'); END; UPDATE t SET v = 'x';",
  },
  { name: 'writefile', sql: "SELECT writefile('OUT/new.txt', 'x');" },
  { name: 'readfile', sql: "UPDATE t SET v = readfile('OUT/secret.txt');" },
  { name: 'edit', sql: "SELECT edit('x', 'touch OUT/new.txt #');" },
  {
    name: 'fts3_tokenizer',
    sql: "SELECT fts3_tokenizer('simple', x'4141414141414141'); CREATE VIRTUAL TABLE f USING fts3(a);",
  },
  {
    name: 'a table over a CSV file',
    sql: "CREATE VIRTUAL TABLE c USING csv(filename='OUT/secret.txt'); CREATE TABLE u AS SELECT * FROM c;",
  },
  { name: 'a table over a folder', sql: "CREATE TABLE u AS SELECT * FROM fsdir('OUT');" },
  {
    name: 'a table over an archive',
    sql: "CREATE VIRTUAL TABLE z USING zipfile('OUT/new.zip'); INSERT INTO z(name, data) VALUES ('a', 'b');",
  },
  {
    name: 'a table over pages',
    sql: 'CREATE VIRTUAL TABLE p USING sqlite_dbpage; UPDATE sqlite_dbpage SET data = zeroblob(4096);',
  },
  {
    name: 'a virtual table by the schema',
    sql: "PRAGMA writable_schema=ON; INSERT INTO sqlite_schema VALUES ('table', 'c', 'c', 0, 'CREATE VIRTUAL TABLE c USING csv(filename=''OUT/secret.txt'')');",
  },
];

/** Text in double quotes makes the plan run with another driver, which has other doors. */
function byAnotherDriver(): Escape[] {
  const doors = [
    'ATTACH of a new file',
    'VACUUM INTO',
    'temp_store_directory',
    'temp_store_directory by a function',
    'load_extension',
  ];
  return SQL.filter(({ name }) => doors.includes(name)).map(({ name, sql }) => ({
    name: `${name}, by the driver that takes text in double quotes`,
    sql: `UPDATE t SET v = "a text"; ${sql}`,
  }));
}

/** A sort that is too large for memory. */
function sorted(before: string): string {
  return `${before} PRAGMA temp_store = FILE; PRAGMA cache_size = 1; CREATE TABLE b AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 20000) SELECT x, hex(randomblob(90)) AS h FROM c ORDER BY h;`;
}

const dump = (name: string, line: string): Escape => ({
  name: `${name} in a dump`,
  dump: `CREATE TABLE t(id INTEGER PRIMARY KEY, v);\nINSERT INTO t VALUES (1, 'a');\n${line}\nINSERT INTO t VALUES (2, 'b');\n`,
  inputs: { database: 'dump.sql' },
});

const DUMPS: readonly Escape[] = [
  dump('ATTACH', "ATTACH 'OUT/new.db' AS o; CREATE TABLE o.x(a);"),
  dump('VACUUM INTO', "VACUUM INTO 'OUT/new.db';"),
  dump('temp_store_directory', "PRAGMA temp_store_directory = 'OUT';"),
  dump('load_extension', "SELECT load_extension('OUT/other.db');"),
  dump('.output', '.output OUT/new.txt'),
  dump('.once', '.once OUT/new.txt'),
  dump('.save', '.save OUT/new.db'),
  dump('.backup', '.backup OUT/new.db'),
  dump('.open', '.open OUT/new.db'),
  dump('.read', '.read OUT/secret.txt'),
  dump('.import', '.import OUT/secret.txt t'),
  dump('.shell', '.shell touch OUT/new.txt'),
  dump('.system', '.system touch OUT/new.txt'),
  dump('.load', '.load OUT/other'),
  dump('.log', '.log OUT/new.txt'),
  dump('.archive', '.archive -c -f OUT/new.ar OUT/secret.txt'),
];

const FILES: readonly Escape[] = [
  { name: 'an output folder outside, by the config', sql: 'CREATE TABLE u(a);', config: 'output: ../out\n' },
  {
    name: 'a database outside, by the config',
    config: 'database: ../out/other.db\n',
    inputs: { database: '' },
  },
  { name: 'migrations outside, by the config', config: 'migrations: ../out\n' },
  { name: 'statements outside, by the config', config: 'checks:\n  statements: ../out/secret.txt\n' },
  {
    name: 'ATTACH in a query of the config',
    config: 'checks:\n  queries:\n    - { id: q, sql: "ATTACH \'OUT/new.db\' AS o" }\n',
  },
  {
    name: 'a change in a query of the config',
    config: 'checks:\n  queries:\n    - { id: q, sql: "VACUUM INTO \'OUT/new.db\'" }\n',
  },
  {
    name: 'a link among the migrations',
    sql: 'CREATE TABLE u(a);',
    prepare: linkTo('m/2.sql', '../../out/secret.txt'),
  },
  {
    name: 'a folder of links among the migrations',
    sql: 'CREATE TABLE u(a);',
    prepare: linkTo('m/more', '../../out'),
  },
  { name: 'a config that is a link', prepare: linkTo('preflight.yml', '../out/secret.txt') },
  {
    name: 'an output folder behind a link',
    sql: 'CREATE TABLE u(a);',
    prepare: linkTo('reports', '../out'),
    inputs: { output: 'reports' },
  },
  { name: 'a command by the config', config: 'command: touch OUT/new.txt\n' },
  {
    name: 'pull_request_target',
    sql: 'CREATE TABLE u(a);',
    config: 'command: touch OUT/new.txt\n',
    inputs: { event: 'pull_request_target' },
  },
];

function linkTo(name: string, target: string) {
  return (workspace: string) => symlinkSync(target, join(workspace, name));
}
