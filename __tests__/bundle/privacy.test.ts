import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runAction } from '../support/action.ts';
import { databaseFrom, scratchFolder } from '../support/scratch.ts';

/** A word in every column that nothing but the database knows, and migrations that fail in many ways over it. */
const folder = scratchFolder();
const entry = join(import.meta.dirname, '../../dist/index.js');
const CANARY = 'zq7canary';
const SCHEMA = `
  CREATE TABLE people(id INTEGER PRIMARY KEY, email TEXT NOT NULL, photo BLOB, doc TEXT, age);
  INSERT INTO people VALUES (770077001, '${CANARY}@example.test', CAST('${CANARY}' AS BLOB), '{"${CANARY}": 1}', '${CANARY}');
  INSERT INTO people VALUES (770077002, '${CANARY}@example.test', x'00', '[${CANARY}', '12');
  CREATE TABLE pets(id INTEGER PRIMARY KEY, owner INT REFERENCES people(id), name TEXT COLLATE NOCASE);
  INSERT INTO pets VALUES (1, 770077001, '${CANARY}'), (2, 770077009, '${CANARY.toUpperCase()}');
  CREATE VIRTUAL TABLE notes USING fts5(body); INSERT INTO notes VALUES ('${CANARY} "');
  CREATE TRIGGER guard BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'no: ' || OLD.email); END;`;

const MIGRATIONS: Record<string, string> = {
  unique: 'CREATE UNIQUE INDEX i ON people(email);',
  'not null': 'CREATE TABLE n(a NOT NULL); INSERT INTO n SELECT NULL FROM people;',
  check: "CREATE TABLE n(a CHECK (a NOT LIKE '%@%')); INSERT INTO n SELECT email FROM people;",
  'foreign key': 'PRAGMA foreign_keys=ON; UPDATE pets SET owner = 3;',
  'a computed RAISE': 'DELETE FROM people;',
  'a strict type': 'CREATE TABLE n(a INTEGER) STRICT; INSERT INTO n SELECT email FROM people;',
  'a datatype': 'CREATE TABLE n(a INTEGER PRIMARY KEY); INSERT INTO n SELECT email FROM people;',
  'malformed JSON': "SELECT json_extract(doc, '$.a') FROM people;",
  'a JSON path': "SELECT json_extract('{}', email) FROM people;",
  'a full-text query': 'SELECT * FROM notes WHERE notes MATCH (SELECT body FROM notes);',
  'a name of a file': 'ATTACH (SELECT email FROM people) AS other;',
  overflow: 'SELECT abs(-9223372036854775808), email FROM people;',
  'nothing, and rows are lost and changed':
    "DROP TRIGGER guard; DELETE FROM people WHERE age = '12'; UPDATE people SET age = lower(email) || 'x'; UPDATE pets SET name = NULL;",
  'nothing, and rows are replaced': 'UPDATE pets SET id = id + 5, owner = 4;',
};

/** The canary as it stands, and as it would stand in other spellings. */
const TRACES = [
  CANARY,
  Buffer.from(CANARY).toString('base64').slice(0, 10),
  Buffer.from(CANARY).toString('hex'),
  [...CANARY].reverse().join(''),
  [...CANARY].join('\0'),
  '770077',
];

function tracesIn(text: string): string[] {
  return TRACES.filter((trace) => text.toLowerCase().includes(trace.toLowerCase()));
}

describe('no value of a row', () => {
  it.each(Object.entries(MIGRATIONS))('leaves the engine when the migration meets %s', async (_, sql) => {
    const workspace = mkdtempSync(join(folder, 'workspace-'));
    databaseFrom(workspace, SCHEMA);
    const [database = ''] = readdirSync(workspace);
    mkdirSync(join(workspace, 'm'));
    writeFileSync(join(workspace, 'm/1.sql'), sql);
    const inputs = { database, migrations: 'm', upload: 'never' };
    const { stdout, stderr, outputs, summary, exitCode } = await runAction({
      entry,
      folder,
      workspace,
      inputs,
    });
    expect(exitCode).toBe(1);
    const reports = ['report-json', 'report-markdown'].map((name) =>
      readFileSync(outputs[name] ?? '', 'utf8'),
    );
    expect([stdout, stderr, JSON.stringify(outputs), summary, ...reports].map(tracesIn)).toEqual(
      Array(6).fill([]),
    );
  });
});
