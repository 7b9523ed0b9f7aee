import { expect, it } from '@jest/globals';
import { forRule, judged, measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const findings = forRule('index-lost');
const folder = scratchFolder();

const SCHEMA = 'CREATE TABLE t(a, b); CREATE INDEX i ON t(a) WHERE b IS NULL;';
const REBUILD =
  'CREATE TABLE n(a, b); INSERT INTO n SELECT * FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;';

it('warns of an index that vanished in a rebuild, and of one that came back otherwise', () => {
  expect(findings.after(SCHEMA, REBUILD)).toMatchObject([{ severity: 'warning', object: 'i', table: 't' }]);
  expect(findings.after(SCHEMA, `${REBUILD} CREATE INDEX i ON t(a)`)).toMatchObject([
    { severity: 'warning', object: 'i' },
  ]);
  expect(findings.after(SCHEMA, `${REBUILD} CREATE INDEX i ON t(a) WHERE b IS NULL`)).toEqual([]);
});

it('mentions an index that is dropped by name, at the statement', () => {
  expect(findings.after(SCHEMA, 'DROP INDEX i')).toMatchObject([
    { severity: 'notice', object: 'i', location: { line: 1 } },
  ]);
});

it('mentions an index that was dropped by name and made again as another one, where it was made', () => {
  const [finding, ...more] = findings.after(SCHEMA, 'DROP INDEX i;\nCREATE INDEX i ON t(b);');
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    severity: 'notice',
    message: 'i on t is another index now: (a) WHERE b is null → (b), by name.',
    location: { line: 2 },
  });
});

it('is placed at the DROP where no replay found the place', () => {
  const facts = measured(folder, SCHEMA, 'CREATE TABLE u(a);\nDROP INDEX i;');
  delete facts.changes?.causes;
  const lost = judged(facts).findings.find(({ rule }) => rule === 'index-lost');
  expect(lost?.location).toEqual({ file: 'm/0001.sql', line: 2 });
});

it('says what became of an index', () => {
  const messages = (migration: string) => findings.after(SCHEMA, migration).map(({ message }) => message);
  expect(messages(REBUILD)).toEqual(['i on t is gone.']);
  expect(messages('DROP INDEX i')).toEqual(['i on t is gone, by name.']);
  expect(messages(`${REBUILD} CREATE INDEX i ON t(a)`)).toEqual([
    'i on t is another index now: (a) WHERE b is null → (a).',
  ]);
});

it('says nothing of an index that is new', () => {
  expect(findings.after(SCHEMA, 'CREATE INDEX j ON t(b)')).toEqual([]);
});

it('is covered by table-dropped where the table is gone', () => {
  expect(findings.after(SCHEMA, 'DROP TABLE t')).toEqual([]);
});

it('warns of one that was made again by name and then vanished in a rebuild', () => {
  const again = 'DROP INDEX i; CREATE INDEX i ON t(a) WHERE b IS NULL;';
  expect(findings.after(SCHEMA, `${again} ${REBUILD}`)).toMatchObject([{ severity: 'warning', object: 'i' }]);
});

it.each([
  ['CREATE UNIQUE INDEX i ON t(a)', 'CREATE INDEX i ON t(a)'],
  ['CREATE INDEX i ON t(a COLLATE NOCASE)', 'CREATE INDEX i ON t(a)'],
  ['CREATE INDEX i ON t(a DESC)', 'CREATE INDEX i ON t(a)'],
  ['CREATE INDEX i ON t(lower(a))', 'CREATE INDEX i ON t(upper(a))'],
  ['CREATE INDEX i ON t(a, b)', 'CREATE INDEX i ON t(b, a)'],
])('tells %s from %s', (before, after) => {
  const schema = `CREATE TABLE t(a, b); ${before};`;
  expect(findings.after(schema, `${REBUILD} ${after}`)).toMatchObject([{ severity: 'warning', object: 'i' }]);
  expect(findings.after(schema, `${REBUILD} ${before}`)).toEqual([]);
});

it('takes a UNIQUE constraint on the same columns for the same', () => {
  const schema = 'CREATE TABLE t(a TEXT COLLATE NOCASE, b); CREATE UNIQUE INDEX i ON t(a);';
  const unique = REBUILD.replace('n(a, b)', 'n(a TEXT COLLATE NOCASE UNIQUE, b)');
  expect(findings.after(schema, unique)).toEqual([]);
});

it.each([
  ['by a shorter key in its place', 'a UNIQUE, b', 'a, b', 'notice'],
  ['by a key of other columns, which serves other queries', 'a, b UNIQUE', 'a, b', 'warning'],
  ['by the primary key', 'a INTEGER PRIMARY KEY, b', 'a, b', 'notice'],
])('of a unique one that a rebuild lost says whether it is replaced: %s', (_, columns, unique, severity) => {
  const schema = `CREATE TABLE t(${columns}); CREATE UNIQUE INDEX i ON t(${unique});`;
  expect(findings.after(schema, REBUILD.replace('n(a, b)', `n(${columns})`))).toMatchObject([
    { severity, object: 'i' },
  ]);
});
