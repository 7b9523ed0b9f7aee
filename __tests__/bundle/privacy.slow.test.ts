import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runAction } from '../support/action.ts';
import { downloadsInto } from '../support/downloads.ts';
import { ResultsService } from '../support/results-service.ts';
import { databaseFrom, scratchFolder } from '../support/scratch.ts';

/** A word in every column that nothing but the database knows, and migrations that fail in many ways over it. */
const folder = scratchFolder();
const download = downloadsInto(folder);
const entry = join(import.meta.dirname, '../../dist/index.js');
const WORDS = ['mail', 'photo', 'doc', 'age', 'pet', 'note'] as const;
const canary = (word: (typeof WORDS)[number]) => `zq7${word}canary`;
const SCHEMA = `
  CREATE TABLE people(id INTEGER PRIMARY KEY, email TEXT NOT NULL, photo BLOB, doc TEXT, age);
  INSERT INTO people VALUES (770077001, '${canary('mail')}@example.test', CAST('${canary('photo')}' AS BLOB), '{"${canary('doc')}": 1}', '${canary('age')}');
  INSERT INTO people VALUES (770077002, '${canary('mail')}@example.test', x'00', '[${canary('doc')}', '12');
  CREATE TABLE pets(id INTEGER PRIMARY KEY, owner INT REFERENCES people(id), name TEXT COLLATE NOCASE);
  INSERT INTO pets VALUES (550055001, 770077001, '${canary('pet')}'), (550055002, 770077009, '${canary('pet').toUpperCase()}');
  CREATE VIRTUAL TABLE notes USING fts5(body); INSERT INTO notes VALUES ('${canary('note')} "');
  CREATE TRIGGER guard BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'no: ' || OLD.email); END;`;

const MIGRATIONS = {
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
  'nothing, and one column is changed': "UPDATE pets SET name = name || '!';",
};

/** What a text could be spelt as, without being in plain sight. */
function spellings(word: string): string[] {
  const utf16 = Buffer.from(word, 'utf16le');
  const hex = Buffer.from(word).toString('hex');
  const pairs = hex.match(/../g) ?? [];
  return [
    word,
    [...word].reverse().join(''),
    hex,
    pairs.join(' '),
    `%${pairs.join('%')}`,
    [...word].join('\0'),
    [...word].join('\\u{0}'),
    utf16.toString('hex'),
    pairs.map((pair) => `\\u00${pair}`).join(''),
    ...[Buffer.from(word), utf16].flatMap(inBase64),
  ];
}

/** In base64 a text looks different at each of three places; its ends also depend on its neighbours. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(before === 0 ? 0 : before + 1, -2);
  });
}

const TRACES = new Map([
  ...WORDS.map((word) => [word, spellings(canary(word))] as const),
  ['person', spellings('770077')] as const,
  ['animal', spellings('550055')] as const,
]);

/** The names of the columns whose values are in a text, and of the keys. */
function tracesIn(text: string): string[] {
  const lower = text.toLowerCase();
  return [...TRACES].flatMap(([name, traces]) =>
    traces.some((trace) => lower.includes(trace.toLowerCase())) ? [name] : [],
  );
}

let service: ResultsService;
beforeAll(async () => {
  service = await new ResultsService().start();
});
afterAll(() => service.stop());

/** All that a run lets out, by its place. */
async function outlets(sql: string, samples: string, artifact = ''): Promise<Record<string, string>> {
  const workspace = mkdtempSync(join(folder, 'workspace-'));
  databaseFrom(workspace, SCHEMA);
  const [database = ''] = readdirSync(workspace);
  mkdirSync(join(workspace, 'm'));
  writeFileSync(join(workspace, 'm/1.sql'), sql);
  const upload = artifact === '' ? 'never' : 'report';
  const inputs = { database, migrations: 'm', upload, samples, 'artifact-name': artifact };
  const run = { entry, folder, workspace, inputs, ...(artifact !== '' && { env: service.env() }) };
  const { stdout, stderr, outputs, summary, exitCode } = await runAction(run);
  expect([0, 1]).toContain(exitCode);
  const reports = filesIn(dirname(outputs['report-json'] ?? ''));
  expect(Object.keys(reports)).toEqual(expect.arrayContaining(['report.json', 'report.md']));
  const uploaded = artifact === '' ? {} : filesIn(await download(artifact, service));
  return {
    stdout,
    stderr,
    summary,
    outputs: JSON.stringify(outputs),
    ...reports,
    ...Object.fromEntries(Object.entries(uploaded).map(([name, text]) => [`uploaded ${name}`, text])),
  };
}

function filesIn(place: string): Record<string, string> {
  const names = readdirSync(place).filter((name) => !name.endsWith('.db'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(place, name), 'utf8')]));
}

function traces(texts: Record<string, string>): Record<string, string[]> {
  const found = Object.entries(texts).map(([place, text]) => [place, tracesIn(text)] as const);
  return Object.fromEntries(found.filter(([, names]) => names.length > 0));
}

it('the search finds a value in every spelling that it knows', () => {
  const word = canary('mail');
  const utf16 = Buffer.from(`ab${word}`, 'utf16le');
  for (const text of [
    `x${word.toUpperCase()}x`,
    ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${word}@example.test`).toString('base64')),
    Buffer.from(word).toString('hex').toUpperCase(),
    utf16.toString('base64'),
    utf16.toString('hex'),
    utf16.toString('latin1'),
    JSON.stringify([...word].join('\0')).replaceAll('\\u0000', '\0'),
    [...word].reverse().join(''),
    [...word].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
  ])
    expect([text, tracesIn(text)]).toEqual([text, ['mail']]);
});

describe('with samples: none no value of a row', () => {
  it.each(Object.entries(MIGRATIONS))('leaves the engine when the migration meets %s', async (name, sql) => {
    const texts = await outlets(sql, 'none', `artifact-${Object.keys(MIGRATIONS).indexOf(name)}`);
    expect(Object.keys(texts)).toEqual(
      expect.arrayContaining(['uploaded report.json', 'uploaded report.md']),
    );
    expect(traces(texts)).toEqual({});
  });
});

/** Where rows and messages stand. */
const EVERYWHERE = ['stdout', 'summary', 'report.html', 'report.json', 'report.junit.xml', 'report.md'];

/** What may be shown of the rows, and must be: the orphan among the pets in any case. */
const SHOWN: Partial<Record<keyof typeof MIGRATIONS, { keys: string[]; values: string[] }>> = {
  // The rows that hold the same are told by their keys.
  unique: { keys: ['person', 'animal'], values: ['person', 'animal'] },
  'a computed RAISE': { keys: ['animal'], values: ['mail', 'person', 'animal'] },
  'a JSON path': { keys: ['animal'], values: ['mail', 'person', 'animal'] },
  'nothing, and rows are lost and changed': {
    keys: ['person', 'animal'],
    values: ['mail', 'doc', 'age', 'pet', 'person', 'animal'],
  },
  'nothing, and rows are replaced': { keys: ['animal'], values: ['pet', 'person', 'animal'] },
  'nothing, and one column is changed': { keys: ['animal'], values: ['pet', 'person', 'animal'] },
};

/** SQLite's own message quotes a value. */
const IN_MESSAGES = new Set(['a computed RAISE', 'a JSON path']);

describe.each(['keys', 'values'] as const)('samples: %s shows what it promises, and no more', (samples) => {
  it.each(Object.entries(SHOWN))('when the migration meets %s', async (name, shown) => {
    const texts = await outlets(MIGRATIONS[name as keyof typeof MIGRATIONS], samples);
    // SARIF has the messages, and no rows.
    const told = samples === 'values' && IN_MESSAGES.has(name) ? { 'report.sarif': ['mail'] } : {};
    const rows = Object.fromEntries(EVERYWHERE.map((place) => [place, shown[samples]]));
    expect(traces(texts)).toEqual({ ...rows, ...told });
  });
});
