import { describe, expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('search-index-changed');

const MAILS = `CREATE TABLE mails(id INTEGER PRIMARY KEY, subject TEXT);
  INSERT INTO mails VALUES (3, 'one apple'), (6, 'two pears'), (9, 'three plums');`;

describe('an index without content', () => {
  const index = (options = '') => `CREATE VIRTUAL TABLE found USING fts5(subject, content=''${options});`;
  const FILL = 'INSERT INTO found(rowid, subject) SELECT id, subject FROM mails;';
  const again = (fill: string, options = '') => `DROP TABLE found; ${index(options)}\n${fill}`;
  const BEFORE = MAILS + index() + FILL;

  it('warns where its documents are numbered anew', () => {
    expect(
      findings.after(BEFORE, again('INSERT INTO found(subject) SELECT subject FROM mails ORDER BY id;')),
    ).toMatchObject([
      {
        severity: 'warning',
        table: 'found',
        object: 'found',
        count: 3,
        message: 'found: 3 documents of 3 have another rowid, so that hits lead to other rows.',
        location: { line: 2 },
      },
    ]);
    expect(findings.after(BEFORE, again(FILL))).toEqual([]);
  });

  it('warns where they exchange their numbers, and where words are cut otherwise besides', () => {
    const turned = 'INSERT INTO found(rowid, subject) SELECT 12 - id, subject FROM mails;';
    expect(findings.after(BEFORE, again(turned))).toMatchObject([{ count: 2 }]);
    const cut = again('INSERT INTO found(subject) SELECT subject FROM mails;', ", tokenize='trigram'");
    const options = { message: 'found: tokenize default → trigram.' };
    expect(findings.after(BEFORE, cut)).toMatchObject([options, { count: 2 }]);
    expect(findings.after(BEFORE, again(FILL, ", tokenize='trigram'"))).toMatchObject([options]);
  });

  it('says nothing of documents that came, went or changed', () => {
    const more =
      "INSERT INTO mails VALUES (12, 'four'); INSERT INTO found(rowid, subject) VALUES (12, 'four');";
    expect(findings.after(BEFORE, more)).toEqual([]);
    const changed = `UPDATE mails SET subject = upper(subject) || ' x' WHERE id = 3; ${again(FILL)}`;
    expect(findings.after(BEFORE, changed)).toEqual([]);
    expect(findings.after(BEFORE, `DELETE FROM mails WHERE id = 3; ${again(FILL)}`)).toEqual([]);
  });
});

describe('an index with its content', () => {
  const index = (columns = 'subject') => `CREATE VIRTUAL TABLE found USING fts5(${columns});`;
  const again = (fill: string, columns?: string) => `DROP TABLE found; ${index(columns)}\n${fill}`;
  const ANEW = 'INSERT INTO found(subject) SELECT subject FROM mails;';

  it('warns where its rowids were the ids of a table', () => {
    const before = `${MAILS}${index()} INSERT INTO found(rowid, subject) SELECT id, subject FROM mails;`;
    expect(findings.after(before, again(ANEW))).toMatchObject([{ count: 3 }]);
  });

  it('says nothing where they were none, or where it tells a row by a column of its own', () => {
    const numbered = `${MAILS}${index()} INSERT INTO found(rowid, subject) SELECT id + 1, subject FROM mails;`;
    expect(findings.after(numbered, again(ANEW))).toEqual([]);
    const own = 'subject, id UNINDEXED';
    const before = `${MAILS}${index(own)} INSERT INTO found(rowid, subject, id) SELECT id, subject, id FROM mails;`;
    expect(
      findings.after(before, again('INSERT INTO found(subject, id) SELECT subject, id FROM mails;', own)),
    ).toEqual([]);
  });
});

const make = (definition: string) => `CREATE VIRTUAL TABLE s USING ${definition};`;
const schema = (definition: string) => `CREATE TABLE d(id INTEGER PRIMARY KEY, a, b); ${make(definition)}`;
const again = (definition: string) => `DROP TABLE s;\n${make(definition)}`;

it.each([
  ["fts5(a, b, tokenize='porter unicode61')", 'fts5(a, b)', 'tokenize porter unicode61 → default'],
  ['fts5(a, tokenize=porter)', 'fts5(a, tokenize=trigram)', 'tokenize porter unicode61 → trigram'],
  [
    "fts5(a, tokenize='unicode61 remove_diacritics 0')",
    'fts5(a)',
    'tokenize unicode61 remove_diacritics 0 → default',
  ],
  ["fts5(a, prefix='2 3')", "fts5(a, prefix='2')", 'prefix 2 3 → 2'],
  ['fts5(a)', "fts5(a, content='')", 'content default → '],
  ['fts5(a)', 'fts5(a, columnsize=0)', 'columnsize default → 0'],
  ['fts5(a)', 'fts5(a, detail=none)', 'detail default → none'],
  ['fts5(a, b)', 'fts5(a, b UNINDEXED)', 'b indexed → unindexed'],
  ['fts4(a, tokenize=porter)', 'fts4(a)', 'tokenize porter → default'],
  [
    'fts4(a, tokenize=unicode61 "remove_diacritics=0")',
    'fts4(a, tokenize=unicode61)',
    'tokenize unicode61 remove_diacritics=0 → unicode61',
  ],
  ['fts3(a, tokenize porter)', 'fts3(a)', 'tokenize porter → default'],
  ['fts4(a, b)', 'fts4(a, b, notindexed=b)', 'b indexed → unindexed'],
  ['fts4(a, tokenize=porter)', 'fts5(a)', 'fts4 → fts5, tokenize porter → default'],
  ['rtree(id, x0, x1)', 'rtree_i32(id, x0, x1)', 'rtree → rtree_i32'],
])('warns where %s is made again as %s', (before, after, detail) => {
  expect(findings.after(schema(before), again(after))).toMatchObject([
    { severity: 'warning', table: 's', object: 's', message: `s: ${detail}.`, location: { line: 2 } },
  ]);
});

it('warns where a rank that was configured is gone', () => {
  const configured = `${schema('fts5(a, b)')} INSERT INTO s(s, rank) VALUES('rank', 'bm25(10.0, 5.0)');`;
  expect(findings.after(configured, again('fts5(a, b)'))).toMatchObject([
    { severity: 'warning', message: 's: rank bm25(10.0, 5.0) → default.' },
  ]);
  const kept = `${again('fts5(a, b)')} INSERT INTO s(s, rank) VALUES('rank', 'bm25(10.0, 5.0)');`;
  expect(findings.after(configured, kept)).toEqual([]);
});

it.each([
  ["fts5(a, tokenize='porter unicode61')", 'FTS5("a", b, TOKENIZE = "Porter", detail=full, columnsize=1)'],
  ["fts5(a, prefix='3 2')", "fts5(a, prefix = '2,3')"],
  ["fts5(a, content='d', content_rowid='id')", 'fts5(a, b, content=d, content_rowid=id)'],
  ["fts5(a, tokenize='unicode61 remove_diacritics 1')", 'fts5(a, tokenize=unicode61)'],
  ['fts4(a, tokenize=simple)', 'fts4(a, b)'],
  ['rtree(id, x0, x1)', 'rtree(id, x0, x1, y0, y1)'],
])('says nothing where %s is made again as %s', (before, after) => {
  expect(findings.after(schema(before), again(after))).toEqual([]);
});

it.each([
  ['fts4(a)', 'fts5(a)'],
  ["fts5(a, prefix='2')", "fts5(a, prefix='2 3')"],
  ['fts5(a, columnsize=0)', 'fts5(a)'],
  ['fts5(a, b UNINDEXED)', 'fts5(a, b)'],
])('mentions where %s is made again as %s, which takes nothing away', (before, after) => {
  expect(findings.after(schema(before), again(after))).toMatchObject([{ severity: 'notice' }]);
});
