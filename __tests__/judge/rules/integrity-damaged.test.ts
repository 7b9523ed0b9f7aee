import { describe, expect, it } from '@jest/globals';
import { measure } from '../../../src/engine/measure/measure.ts';
import {
  type CaseSettings,
  factsWith,
  forRule,
  judged,
  measured,
  settingsWith,
} from '../../support/preflight.ts';
import { databaseFrom, editSchema, scratchFolder } from '../../support/scratch.ts';

const findings = forRule('integrity-damaged');

const folder = scratchFolder();

it('is an error if either side is damaged', () => {
  const facts = measured(folder, 'CREATE TABLE t(a)', 'CREATE INDEX i ON t(a)');
  const damaged = { result: 'damaged', messages: ['a row missing from index i'] } as const;
  const with_ = (side: 'before' | 'after') => {
    const health = facts[side];
    return health && { [side]: { ...health, integrity: { ...damaged, messages: [...damaged.messages] } } };
  };
  expect(findings.over({ ...facts, ...with_('before') })).toMatchObject([
    { severity: 'error', message: expect.stringContaining('before the migration') },
  ]);
  expect(findings.over({ ...facts, ...with_('after') })).toMatchObject([
    { severity: 'error', message: expect.stringContaining('after the migration') },
  ]);
  expect(findings.over({ ...facts, ...with_('before'), ...with_('after') })).toHaveLength(1);
  expect(findings.over(facts)).toEqual([]);
});

it('says that rows break a constraint where the file itself is sound', () => {
  const broken =
    'CREATE TABLE t(a CHECK (a > 0)); PRAGMA ignore_check_constraints=ON; INSERT INTO t VALUES (-1);';
  expect(findings.of(broken)).toMatchObject([
    {
      severity: 'error',
      message: 'Rows break a constraint before the migration: CHECK constraint failed in t.',
      remedy: expect.stringContaining('Correct these rows'),
    },
  ]);
});

describe('REAL numbers written as text by an older SQLite', () => {
  const OLD = "CASE typeof(kg) WHEN 'real' THEN printf('%!.15g', kg) ELSE kg END";
  const REALS = `INSERT INTO w(id, kg) VALUES (1, 1.0 / 7), (2, 0.5), (3, 2.0 / 3), (4, NULL), (5, 'x');`;
  const expression = `CREATE TABLE w(id INTEGER PRIMARY KEY, kg); CREATE INDEX i ON w(${OLD} || ' kg'); ${REALS}`;
  const index = `sql = 'CREATE INDEX i ON w(kg || '' kg'')' WHERE name = 'i'`;
  const check =
    'CREATE TABLE w(id INTEGER PRIMARY KEY, kg REAL); INSERT INTO w VALUES (1, 1.0 / 7), (2, 0.5);';
  const checked = `sql = 'CREATE TABLE w(id INTEGER PRIMARY KEY, kg REAL, CHECK (length(kg) < 18 AND kg > 0))' WHERE name = 'w'`;

  /** The file is made as SQLite before 3.53 would fill it; then its schema says what it said there. */
  function damage(schema: string, edit: string, options: CaseSettings = {}) {
    const path = databaseFrom(folder, schema);
    editSchema(path, edit);
    const { checks } = settingsWith();
    const before = measure({ database: path, checks });
    return judged(factsWith({ before }), options).findings.filter(({ rule }) => rule === 'integrity-damaged');
  }

  it.each([
    ['an index over an expression', expression, index, 'i'],
    [
      'an index over a generated column',
      `CREATE TABLE w(id INTEGER PRIMARY KEY, kg, lab AS (${OLD} || 'x')); CREATE INDEX i ON w(lab); ${REALS}`,
      `sql = 'CREATE TABLE w(id INTEGER PRIMARY KEY, kg, lab AS (kg || ''x''))' WHERE name = 'w'`,
      'i',
    ],
    [
      'an index in descending order',
      expression.replace("' kg')", "' kg' DESC)"),
      index.replace("'')'", "'' DESC)'"),
      'i',
    ],
    ['a CHECK', check, checked, 'w'],
  ])('are no damage: %s', (_, schema, edit, object) => {
    expect(damage(schema, edit, { productionSqlite: '3.40' })).toMatchObject([
      {
        severity: 'notice',
        object,
        message: expect.stringContaining('Production has 3.40, where it is sound.'),
      },
    ]);
    expect(damage(schema, edit)).toMatchObject([{ severity: 'warning', object }]);
    expect(damage(schema, edit, { productionSqlite: '3.53.1' })).toMatchObject([
      { severity: 'error', object },
    ]);
  });

  it.each([
    ['an entry that neither release would write', expression.replace('15g', '9g'), index],
    ['a number that breaks a CHECK', check.replace('0.5', '-0.5'), checked],
    ['entries in another order', expression.replace("' kg')", "' kg' DESC)"), index],
    [
      'a stored column with another value than its index',
      `CREATE TABLE w(id INTEGER PRIMARY KEY, kg, lab, there); CREATE INDEX i ON w(there); ${REALS}
       UPDATE w SET lab = 'other', there = ${OLD} || 'x';`,
      `sql = CASE name WHEN 'i' THEN 'CREATE INDEX i ON w(lab)'
         ELSE 'CREATE TABLE w(id INTEGER PRIMARY KEY, kg, lab AS (kg || ''x'') STORED, there)' END`,
    ],
  ])('do not excuse %s', (_, schema, edit) => {
    const errors = damage(schema, edit, { productionSqlite: '3.40' }).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toHaveLength(1);
  });

  it('hide no other damage, however many they are', () => {
    const numbers = 'WITH RECURSIVE n(i) AS (SELECT 6 UNION ALL SELECT i + 1 FROM n WHERE i < 300)';
    const schema = `CREATE TABLE a(v, u); CREATE INDEX a_v ON a(v); ${expression} CREATE TABLE z(v, u); CREATE INDEX z_v ON z(v);
      INSERT INTO a VALUES (1, 2); INSERT INTO z VALUES (1, 2); ${numbers} INSERT INTO w SELECT i, i / 7.0 FROM n;`;
    const edit = `sql = CASE name WHEN 'i' THEN 'CREATE INDEX i ON w(kg || '' kg'')' ELSE replace(sql, '(v)', '(u)') END WHERE type = 'index'`;
    expect(damage(schema, edit)).toMatchObject([
      { severity: 'error', message: expect.stringMatching(/index a_v.*index z_v|index z_v.*index a_v/) },
      { severity: 'warning', object: 'i' },
    ]);
  });
});
