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
    expect(findings.after(BEFORE, cut)).toMatchObject([{ count: 2 }]);
    expect(findings.after(BEFORE, again(FILL, ", tokenize='trigram'"))).toEqual([]);
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
