/** A way on which SQLite, or the program, speaks of the values that it meets. */
export interface SecretPath {
  name: string;
  sql?: string;
  config?: string;
  /** Instead of a database; gets the secret as a literal. */
  dump?(literal: string): string;
}

const query = (sql: string) => `checks:\n  queries:\n    - { id: q, sql: ${JSON.stringify(sql)} }\n`;

export const PATHS: readonly SecretPath[] = [
  { name: 'a unique index', sql: 'CREATE UNIQUE INDEX u ON people(secret);' },
  { name: 'a primary key', sql: 'INSERT INTO keyed SELECT secret, 2 FROM people;' },
  { name: 'NOT NULL', sql: 'CREATE TABLE n(a, b NOT NULL); INSERT INTO n SELECT secret, NULL FROM people;' },
  { name: 'CHECK', sql: 'CREATE TABLE n(a CHECK (length(a) < 0)); INSERT INTO n SELECT secret FROM people;' },
  { name: 'a foreign key', sql: 'PRAGMA foreign_keys=ON; DELETE FROM keyed;' },
  { name: 'an orphan', sql: 'PRAGMA foreign_keys=OFF; DELETE FROM keyed;' },
  { name: 'a strict type', sql: 'CREATE TABLE n(a REAL) STRICT; INSERT INTO n SELECT secret FROM people;' },
  {
    name: 'an integer key',
    sql: 'CREATE TABLE n(a INTEGER PRIMARY KEY); INSERT INTO n SELECT secret FROM people;',
  },
  {
    name: 'RAISE',
    sql: "CREATE TRIGGER g BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'no ' || OLD.secret); END; DELETE FROM people;",
  },
  {
    name: 'RAISE(ROLLBACK)',
    sql: "CREATE TRIGGER g BEFORE UPDATE ON people BEGIN SELECT RAISE(ROLLBACK, OLD.secret || ' constraint failed'); END; UPDATE people SET other = 1;",
  },
  { name: 'a JSON path', sql: "SELECT json_extract('{}', secret) FROM people;" },
  { name: 'JSON', sql: 'SELECT json(secret) FROM people;' },
  { name: 'json_each', sql: 'SELECT j.* FROM people, json_each(people.secret) AS j;' },
  { name: 'a search', sql: 'SELECT * FROM found WHERE found MATCH (SELECT secret FROM people);' },
  { name: 'a command of a search index', sql: 'INSERT INTO found(found) SELECT secret FROM people;' },
  {
    name: 'a rank of a search index',
    sql: "INSERT INTO found(found, rank) SELECT 'rank', secret FROM people;",
  },
  { name: 'ATTACH', sql: 'ATTACH (SELECT secret FROM people) AS other;' },
  { name: 'VACUUM INTO', sql: 'VACUUM INTO (SELECT secret FROM people);' },
  { name: 'load_extension', sql: 'SELECT load_extension(secret) FROM people;' },
  { name: 'a tokenizer', sql: 'SELECT fts3_tokenizer(secret) FROM people;' },
  { name: 'a function of a pragma', sql: 'SELECT * FROM people, pragma_table_info(people.secret);' },
  { name: 'a check of a named table', sql: 'SELECT * FROM people, pragma_integrity_check(people.secret);' },
  { name: 'a foreign key check', sql: 'SELECT * FROM people, pragma_foreign_key_check(people.secret);' },
  {
    name: 'a date',
    sql: "SELECT strftime(secret, 'now', secret) FROM people; SELECT abs(secret) / 0 FROM people, nowhere;",
  },
  { name: 'an overflow', sql: 'SELECT abs(-9223372036854775808), secret FROM people;' },
  { name: 'a size', sql: 'SELECT zeroblob(9223372036854775807), secret FROM people;' },
  { name: 'LIKE with a wrong ESCAPE', sql: 'SELECT secret LIKE secret ESCAPE secret FROM people;' },
  {
    name: 'lost and changed rows',
    sql: "DELETE FROM people WHERE id = 1; UPDATE people SET secret = secret || 'x';",
  },
  {
    name: 'a changed key',
    sql: 'UPDATE keyed SET secret = 1; UPDATE people SET id = id + 5, secret = NULL;',
  },
  {
    name: 'a type that changes',
    sql: 'CREATE TABLE n(id INTEGER PRIMARY KEY, secret INTEGER, other); INSERT INTO n SELECT * FROM people; DROP TABLE people; ALTER TABLE n RENAME TO people;',
  },
  { name: 'a query of the config', config: query('SELECT secret FROM people') },
  {
    name: 'a failing query of the config',
    config: query('SELECT f.* FROM people, pragma_integrity_check(people.secret) f'),
  },
  {
    name: 'a column that must be filled',
    sql: 'UPDATE people SET other = NULL;',
    config: 'required:\n  people: [other]\n',
  },
  {
    name: 'a dump',
    dump: (literal) =>
      `CREATE TABLE people(secret);\nINSERT INTO people VALUES(${literal});\nINSERT INTO nowhere VALUES(${literal});\n`,
  },
  {
    name: 'a dump that is cut off',
    dump: (literal) => `CREATE TABLE people(secret);\nINSERT INTO people VALUES(${literal}`,
  },
  {
    name: 'a dump with another quote',
    dump: (literal) =>
      `CREATE TABLE people(secret);\nINSERT INTO people VALUES("${literal.replaceAll('"', '')}");\n`,
  },
];
