import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('json-stringified');

const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, j, k);
  INSERT INTO t VALUES (1, '{"a":1}', 'plain'), (2, ' ["ä",2]', NULL), (3, 'text', '[3]'), (4, '"x"', x'7b');`;
const REBUILD = (j: string) =>
  `CREATE TABLE n(id INTEGER PRIMARY KEY, j, k); INSERT INTO n SELECT id, ${j}, k FROM t ORDER BY id DESC;
   DROP TABLE t; ALTER TABLE n RENAME TO t;`;

it.each([
  ['an UPDATE', 'UPDATE t SET j = json_quote(j)'],
  ['a rebuild', REBUILD('json_quote(j)')],
  ['a text made by hand', `UPDATE t SET j = '"' || replace(j, '"', '\\"') || '"'`],
])('counts the objects and arrays that %s encodes twice', (_, sql) => {
  expect(findings.after(SCHEMA, sql)).toMatchObject([
    {
      severity: 'warning',
      table: 't',
      columns: ['j'],
      count: 2,
      message: 't: 2 values that held JSON objects or arrays are JSON strings which hold them: j (2).',
    },
  ]);
});

it.each([
  ['JSON that stays JSON', "UPDATE t SET j = json_set(j, '$.a', 5) WHERE id = 1"],
  ['JSON that becomes minified', 'UPDATE t SET j = json(j) WHERE id < 3'],
  ['a string that holds no JSON', `UPDATE t SET j = '"plain"'`],
  ['a string that holds a number', `UPDATE t SET j = '"12"'`],
  ['a string that was one', `UPDATE t SET j = '"[1]"' WHERE id = 4`],
  ['text that was none', 'UPDATE t SET k = json_quote(k) WHERE id = 1'],
  ['broken JSON', `UPDATE t SET j = '"' || j || '"'`],
  ['the array that a value is put into', 'UPDATE t SET j = json_array(j) WHERE id = 1'],
])('is silent about %s', (_, sql) => {
  expect(findings.after(SCHEMA, sql)).toEqual([]);
});
