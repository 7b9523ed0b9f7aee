import { describe, expect, it } from '@jest/globals';
import { compare } from '../../../../src/engine/compare/compare.ts';
import { splitStatements } from '../../../../src/statements/split.ts';
import { namesOf } from '../../../../src/statements/targets.ts';
import { change, databaseFrom, scratchFolder } from '../../../support/scratch.ts';

const folder = scratchFolder();

function objectsAfter(schema: string, edit: string) {
  const before = databaseFrom(folder, schema);
  const after = databaseFrom(folder, schema);
  change(after, edit);
  const executed = splitStatements(edit).flatMap(({ sql }) => namesOf(sql));
  return compare({ before, after, executed }).changes.objects;
}

/** Replaces table t by one with the given columns, as a rebuild does. */
const rebuild = (columns: string, options = '', copy = '*') =>
  `CREATE TABLE n(${columns})${options}; INSERT INTO n SELECT ${copy} FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;`;

describe('diffSchemas', () => {
  it.each([
    ['a view', 'CREATE VIEW v AS SELECT 1', 'DROP VIEW v', { kind: 'view', name: 'v', change: 'removed' }],
    [
      'an index',
      'CREATE TABLE t(a); CREATE INDEX i ON t(a)',
      'DROP INDEX i',
      { kind: 'index', name: 'i', table: 't', change: 'removed', detail: '(a)' },
    ],
    [
      'a table with rows',
      'CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)',
      'DROP TABLE t',
      { kind: 'table', name: 't', table: 't', change: 'removed', held: 2 },
    ],
    [
      'a column with values',
      'CREATE TABLE t(a, b); INSERT INTO t VALUES (1, 2), (1, NULL)',
      'ALTER TABLE t DROP COLUMN b',
      { kind: 'column', name: 'b', table: 't', change: 'removed', held: 1 },
    ],
  ])('finds %s that is gone', (_, schema, edit, expected) => {
    expect(objectsAfter(schema, edit)).toEqual([expected]);
  });

  it('finds indexes and triggers that vanished in a rebuild', () => {
    const objects = objectsAfter(
      'CREATE TABLE t(a); CREATE INDEX i ON t(a); CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END;',
      rebuild('a'),
    );
    expect(objects).toEqual([
      { kind: 'index', name: 'i', table: 't', change: 'removed', detail: '(a)' },
      { kind: 'trigger', name: 'g', table: 't', change: 'removed' },
    ]);
  });

  it.each([
    [
      'NOT NULL',
      'a TEXT NOT NULL',
      'a TEXT',
      '',
      '',
      { name: 'NOT NULL', change: 'removed', columns: ['a'] },
    ],
    [
      'DEFAULT',
      'a DEFAULT 1',
      'a DEFAULT 2',
      '',
      '',
      { name: 'DEFAULT', change: 'changed', detail: 'DEFAULT 1 → DEFAULT 2' },
    ],
    ['COLLATE', 'a TEXT COLLATE NOCASE', 'a TEXT', '', '', { name: 'COLLATE', change: 'removed' }],
    ['UNIQUE', 'a UNIQUE', 'a', '', '', { name: 'UNIQUE', change: 'removed', columns: ['a'] }],
    ['CHECK', 'a CHECK (a > 0)', 'a', '', '', { name: 'CHECK', change: 'removed', detail: 'CHECK (a > 0)' }],
    ['PRIMARY KEY', 'a TEXT PRIMARY KEY', 'a TEXT', '', '', { name: 'PRIMARY KEY', change: 'removed' }],
    ['STRICT', 'a TEXT', 'a TEXT', ' STRICT', '', { name: 'STRICT', change: 'removed' }],
    [
      'WITHOUT ROWID',
      'a TEXT PRIMARY KEY',
      'a TEXT PRIMARY KEY',
      ' WITHOUT ROWID',
      '',
      { name: 'WITHOUT ROWID', change: 'removed' },
    ],
  ])('finds a lost %s', (_, before, after, optionsBefore, optionsAfter, expected) => {
    const objects = objectsAfter(`CREATE TABLE t(${before})${optionsBefore}`, rebuild(after, optionsAfter));
    expect(objects).toContainEqual(expect.objectContaining({ kind: 'constraint', table: 't', ...expected }));
    expect(objects.every(({ kind }) => kind === 'constraint')).toBe(true);
  });

  it('finds a generated column that became a plain one', () => {
    const objects = objectsAfter('CREATE TABLE t(a, b AS (a + 1))', rebuild('a, b', '', 'a, b'));
    expect(objects).toMatchObject([
      { kind: 'constraint', name: 'GENERATED', change: 'removed', detail: 'AS (a + 1) VIRTUAL' },
    ]);
  });

  it.each([
    [
      'column constraints as table constraints',
      'a TEXT, b, UNIQUE (a), CHECK (b > 0)',
      'a TEXT UNIQUE, b CHECK ((b>0))',
    ],
    ['a named constraint', 'a CHECK (a <> 1)', 'a, CONSTRAINT x CHECK ("a" != 1)'],
    ['a default in parentheses', 'a DEFAULT 0', 'a DEFAULT (0)'],
    ['an explicit NULL default', 'a', 'a'],
    ['other case and quotes', 'A text not null', '"a" TEXT NOT NULL'],
  ])('takes %s for the same', (_, before, after) => {
    expect(objectsAfter(`CREATE TABLE t(${before})`, rebuild(after))).toEqual([]);
  });

  it('takes a unique index that became a UNIQUE constraint for the same', () => {
    const objects = objectsAfter(
      'CREATE TABLE t(a, b); CREATE UNIQUE INDEX i ON t(a, b)',
      rebuild('a, b, UNIQUE (a, b)'),
    );
    expect(objects.filter(({ change: kind }) => kind !== 'added')).toEqual([]);
  });

  it('finds an index of the same name with another WHERE, and one that only has a new name', () => {
    const schema = 'CREATE TABLE t(a, b); CREATE INDEX i ON t(a) WHERE b IS NULL; CREATE INDEX j ON t(b);';
    expect(
      objectsAfter(schema, 'DROP INDEX i; CREATE INDEX i ON t(a); DROP INDEX j; CREATE INDEX k ON t(b);'),
    ).toEqual([
      {
        kind: 'index',
        name: 'i',
        table: 't',
        change: 'changed',
        detail: '(a) WHERE b is null → (a)',
      },
      { kind: 'index', name: 'k', table: 't', change: 'renamed', from: 'j' },
    ]);
  });

  it('finds foreign keys lost, changed and added', () => {
    const schema =
      'CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE t(a REFERENCES p(id) ON DELETE CASCADE, b REFERENCES p(id), c);';
    expect(
      objectsAfter(schema, rebuild('a REFERENCES p(id), b, c REFERENCES p')).map(
        ({ kind, name, change: what, detail }) => [kind, name, what, detail],
      ),
    ).toEqual([
      ['foreign-key', 'a', 'changed', 'REFERENCES p(id) ON DELETE CASCADE → REFERENCES p(id)'],
      ['foreign-key', 'b', 'removed', 'REFERENCES p(id)'],
      ['foreign-key', 'c', 'added', 'REFERENCES p(id)'],
    ]);
  });

  it('follows a rename through foreign keys, checks, indexes and triggers', () => {
    const schema = `CREATE TABLE p(id INTEGER PRIMARY KEY, v CHECK (v > 0)); CREATE TABLE c(p REFERENCES p(id));
      CREATE INDEX i ON p(v); CREATE TRIGGER g AFTER INSERT ON c BEGIN UPDATE p SET v = 1; END;`;
    const objects = objectsAfter(
      schema,
      'ALTER TABLE p RENAME TO "new p"; ALTER TABLE "new p" RENAME v TO w;',
    );
    expect(objects.map(({ kind, change: what }) => [kind, what])).toEqual([
      ['table', 'renamed'],
      ['column', 'renamed'],
    ]);
  });

  it('takes no word for a renamed name that is a function, a keyword or of another table', () => {
    const schema = `CREATE TABLE category(id INTEGER PRIMARY KEY);
      CREATE TABLE t(date TEXT CHECK (date IS date(date)), "desc", category CHECK (category <> ''), at,
        shown AS (upper(category)));
      CREATE INDEX i ON t(date(at), category DESC) WHERE date(at) IS NOT date;`;
    const objects = objectsAfter(
      schema,
      `ALTER TABLE category RENAME TO categories; ALTER TABLE t RENAME COLUMN date TO day;
       ALTER TABLE t RENAME COLUMN "desc" TO description;`,
    );
    expect(objects.map(({ name, change: what }) => [name, what])).toEqual([
      ['categories', 'renamed'],
      ['day', 'renamed'],
      ['description', 'renamed'],
    ]);
  });

  it('finds an index that stays with a name which is another column now', () => {
    const schema = 'CREATE TABLE t(name, b); CREATE INDEX i ON t(name); CREATE INDEX j ON t(lower(name));';
    const rename = 'ALTER TABLE t RENAME COLUMN name TO full_name; ALTER TABLE t ADD COLUMN name;';
    expect(objectsAfter(schema, rename).filter(({ kind }) => kind === 'index')).toEqual([]);
    expect(
      objectsAfter(schema, `${rename} DROP INDEX i; CREATE INDEX i ON t(name);`).filter(
        ({ kind }) => kind === 'index',
      ),
    ).toEqual([{ kind: 'index', name: 'i', table: 't', change: 'changed', detail: '(full_name) → (name)' }]);
  });

  it.each([
    ['UNIQUE (a)', 'UNIQUE (a COLLATE NOCASE)'],
    ['UNIQUE (a, b)', 'UNIQUE (b, a)'],
    ['PRIMARY KEY (a)', 'PRIMARY KEY (a COLLATE NOCASE)'],
    ['UNIQUE (a)', 'PRIMARY KEY (a)'],
  ])('takes %s that became %s for no loss', (before, after) => {
    const objects = objectsAfter(
      `CREATE TABLE t(a TEXT, b TEXT, ${before})`,
      rebuild(`a TEXT, b TEXT, ${after}`),
    );
    expect(objects.filter(({ change: what }) => what !== 'added')).toEqual([]);
  });

  it.each([
    ['UNIQUE (a)', 'UNIQUE (a) ON CONFLICT REPLACE'],
    ['UNIQUE (a COLLATE NOCASE)', 'UNIQUE (a COLLATE RTRIM)'],
    ['PRIMARY KEY (a, b)', 'PRIMARY KEY (a, b) ON CONFLICT IGNORE'],
    ['PRIMARY KEY (a, b COLLATE NOCASE)', 'PRIMARY KEY (a, b)'],
  ])('tells %s from %s', (before, after) => {
    expect(
      objectsAfter(`CREATE TABLE t(a TEXT, b TEXT, ${before})`, rebuild(`a TEXT, b TEXT, ${after}`)),
    ).toMatchObject([{ kind: 'constraint', change: 'changed', detail: `${before} → ${after}` }]);
  });

  it('tells text in one case from text in the other', () => {
    expect(
      objectsAfter(
        "CREATE TABLE t(a DEFAULT 'X', b AS (a || 'X'))",
        rebuild("a DEFAULT 'x', b AS (a || 'x')", '', 'a'),
      ),
    ).toMatchObject([
      { name: 'DEFAULT', detail: "DEFAULT 'X' → DEFAULT 'x'" },
      { name: 'GENERATED', detail: "AS (a || 'X') VIRTUAL → AS (a || 'x') VIRTUAL" },
    ]);
  });

  it('lists what was added', () => {
    const objects = objectsAfter(
      'CREATE TABLE t(a)',
      'ALTER TABLE t ADD COLUMN b TEXT; CREATE TABLE u(x); CREATE INDEX i ON t(b); CREATE VIEW v AS SELECT 1;',
    );
    expect(objects.map(({ kind, name, change: what }) => [kind, name, what])).toEqual([
      ['table', 'u', 'added'],
      ['column', 'b', 'added'],
      ['index', 'i', 'added'],
      ['view', 'v', 'added'],
    ]);
  });
});
