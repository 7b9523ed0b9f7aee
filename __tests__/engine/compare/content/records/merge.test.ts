import { describe, expect, it } from '@jest/globals';
import type { TableChange } from '../../../../../src/facts/changes.ts';
import { compareBothWays } from '../../../../support/both-ways.ts';
import { change, databaseFrom, scratchFolder } from '../../../../support/scratch.ts';

const folder = scratchFolder();

/** What became of the only table, as both ways of comparing find it. */
function tableAfter(schema: string, edit: string): TableChange | undefined {
  const before = databaseFrom(folder, schema);
  const after = databaseFrom(folder, schema);
  change(after, edit);
  return compareBothWays({ before, after, executed: [] }).tables[0];
}

describe('a record that goes on where the former one ended', () => {
  const rows =
    "CREATE TABLE t(id INTEGER PRIMARY KEY, a); INSERT INTO t VALUES (1, 'x'), (2, 'y'), (3, 'z');";
  const added = `${rows} ALTER TABLE t ADD COLUMN b DEFAULT 7;`;

  it('is not the same where the former one lacked a column, and the column has another value now', () => {
    expect(tableAfter(added, 'ALTER TABLE t ADD COLUMN c; UPDATE t SET b = 8, c = 1;')).toMatchObject({
      changed: 3,
      columns: [{ column: 'b', changed: 3 }],
    });
  });

  it('is the same where the former one lacked a column, and the column is written down now', () => {
    expect(tableAfter(added, 'ALTER TABLE t ADD COLUMN c; UPDATE t SET c = 1;')).toMatchObject({
      changed: 0,
      columns: [],
    });
  });

  it('is not the same where a value has the beginning of the former value', () => {
    expect(tableAfter(rows, "ALTER TABLE t ADD COLUMN b; UPDATE t SET a = a || 'x', b = 1;")).toMatchObject({
      changed: 3,
      columns: [{ column: 'a', changed: 3 }],
    });
  });
});

describe('rows with a NULL in their key', () => {
  it.each([
    ['alone', 'k TEXT PRIMARY KEY, v', 'NULL', 'NULL'],
    ['beside another part', 'k TEXT, l INT, v, PRIMARY KEY (l, k)', 'NULL, 1', 'NULL, 2'],
  ])(
    'are other rows than those in their place, so that equal rows pair first: %s',
    (_, columns, one, two) => {
      const schema = `CREATE TABLE t(${columns}); INSERT INTO t VALUES (${one}, 'a'), (${one}, 'b'), (${two}, 'c');`;
      const edit = "UPDATE t SET v = CASE v WHEN 'a' THEN 'b' WHEN 'b' THEN 'd' ELSE v END;";
      expect(tableAfter(schema, edit)).toMatchObject({ added: 0, removed: 0, changed: 1 });
    },
  );
});
