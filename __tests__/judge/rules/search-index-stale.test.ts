import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';
import { health, rehearsal } from '../../support/record.ts';

const findings = forRule('search-index-stale');
const damage = forRule('integrity-damaged');

const SCHEMA = `CREATE TABLE notes(id INTEGER PRIMARY KEY, body TEXT); INSERT INTO notes VALUES (1, 'a'), (2, 'b');
  CREATE VIRTUAL TABLE search USING fts5(body, content='notes', content_rowid='id');
  INSERT INTO search(search) VALUES ('rebuild');`;
const STALE = `${SCHEMA} INSERT INTO notes VALUES (3, 'c');`;
const REBUILD = "INSERT INTO search(search) VALUES ('rebuild');";

it('is an error at the statement that changed the content behind its back', () => {
  expect(findings.after(SCHEMA, "SELECT 1;\nUPDATE notes SET body = 'x';")).toMatchObject([
    {
      severity: 'error',
      table: 'search',
      message: 'search does not find what its content holds: its own integrity check fails.',
      location: { line: 2 },
    },
  ]);
  expect(findings.after(SCHEMA, `UPDATE notes SET body = 'x'; ${REBUILD}`)).toEqual([]);
});

it('is an error where its content cannot be read any more', () => {
  expect(findings.after(SCHEMA, 'SELECT 1;\nALTER TABLE notes RENAME TO entries;')).toMatchObject([
    {
      severity: 'error',
      message: 'search cannot read its content: no such table: main.notes.',
      location: { line: 2 },
    },
  ]);
});

it('is a notice where it was so before, and where it is repaired', () => {
  expect(findings.after(STALE, 'CREATE TABLE t(a);')).toMatchObject([
    { severity: 'notice', message: expect.stringMatching(/, as before\.$/) },
  ]);
  expect(findings.after(STALE, REBUILD)).toMatchObject([
    { severity: 'notice', message: 'search did not fit its content before: repaired here.' },
  ]);
  expect(findings.after(STALE, 'DROP TABLE search;')).toEqual([]);
  expect(findings.of(STALE)).toMatchObject([{ severity: 'error' }]);
});

it('is an error whatever was before where integrity_check refuses the index too, once', () => {
  const integrity = {
    result: 'damaged' as const,
    messages: ['malformed inverted index for FTS4 table main.search'],
  };
  const side = health({ integrity, searchFailures: [{ table: 'search', failure: 'mismatch' }] });
  const facts = { before: side, after: side, rehearsal: rehearsal() };
  expect(findings.over(facts)).toMatchObject([{ severity: 'error' }]);
  expect(damage.over(facts)).toEqual([]);
  const other = health({ integrity: { ...integrity, messages: [...integrity.messages, 'Page 3: x'] } });
  expect(damage.over({ before: other })).toHaveLength(1);
});
