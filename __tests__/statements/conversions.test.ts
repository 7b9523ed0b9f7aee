import { expect, it } from '@jest/globals';
import { isConversion } from '../../src/statements/conversions.ts';
import { namesOf } from '../../src/statements/targets.ts';

it.each([
  'CAST(a AS INTEGER)',
  'a * 1',
  "CASE a WHEN 'x' THEN 1 ELSE 0 END",
  "a = 'true'",
  "iif(a = 'x', 1, 0)",
  'coalesce(CAST(a AS REAL), 0)',
  "strftime('%s', a)",
])('%s converts', (sql) => expect(isConversion(sql)).toBe(true));

it.each([
  'a',
  't.a',
  '+a',
  'trim(a)',
  "coalesce(a, '')",
  "CASE WHEN a = '' THEN NULL ELSE a END",
  "iif(a = '', NULL, a)",
  '0',
  'a COLLATE NOCASE',
  '(SELECT 1)',
])('%s does not convert', (sql) => expect(isConversion(sql)).toBe(false));

it('is known of each column that a statement fills', () => {
  expect(namesOf('INSERT INTO n (x, y, z) SELECT a, CAST(b AS INTEGER), c * 2 AS d FROM t')).toMatchObject([
    { converts: ['y', 'z'] },
  ]);
  expect(namesOf('INSERT INTO n SELECT a, CAST(b AS INTEGER) FROM t')).toMatchObject([{ converts: [1] }]);
  expect(namesOf('UPDATE t SET a = b, c = c + 1 WHERE d')).toMatchObject([{ converts: ['c'] }]);
  expect(namesOf('CREATE TABLE n AS SELECT a, b + 0 AS b FROM t')).toMatchObject([{ converts: ['b'] }]);
  expect(namesOf('INSERT INTO n (x) SELECT CAST(b AS REAL) FROM (SELECT b FROM t)')).toMatchObject([
    { verb: 'insert', name: 'n', converts: ['x'] },
  ]);
  expect(namesOf('INSERT INTO n SELECT * FROM t')[0]).not.toHaveProperty('converts');
});
