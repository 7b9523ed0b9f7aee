import { describe, expect, it } from '@jest/globals';
import { resembles } from '../../../../src/engine/compare/meaning/triggers/resembles.ts';
import { readTriggerParts } from '../../../../src/engine/compare/meaning/triggers/trigger-parts.ts';
import { readWrite } from '../../../../src/engine/compare/meaning/triggers/writes.ts';

const parts = (text: string) => readTriggerParts(`CREATE TRIGGER g ${text}`);
const writes = (body: string) =>
  (parts(`AFTER INSERT ON t BEGIN ${body} END`)?.statements ?? []).flatMap((one) => readWrite(one) ?? []);

describe('the parts of a trigger', () => {
  it('are its event, its time, its columns, its condition and its statements', () => {
    const text =
      'AFTER UPDATE OF "A b", c ON t FOR EACH ROW WHEN new.c <> \'on;\' BEGIN SELECT 1; SELECT 2; END';
    expect(parts(text)).toMatchObject({
      event: 'update',
      timing: 'after',
      of: ['a b', 'c'],
      when: "new.c <> 'on;'",
      statements: [{}, {}],
    });
    expect(parts('INSTEAD OF DELETE ON v BEGIN SELECT 1; END')).toMatchObject({ timing: 'instead of' });
    expect(parts('INSERT ON main.t BEGIN SELECT 1; END')).toMatchObject({ timing: 'before', when: '' });
  });

  it('are the same whatever the names of trigger and table', () => {
    const other = readTriggerParts('CREATE TRIGGER "h" after insert ON "Other" BEGIN SELECT 1; END');
    expect(parts('AFTER INSERT ON t BEGIN select 1; END')?.body).toBe(other?.body);
  });
});

describe('what a statement writes', () => {
  it('is read of INSERT with and without a list, by values and by SELECT', () => {
    expect(writes('INSERT INTO log(a, "B") VALUES (new.x, max(1, 2));')).toMatchObject([
      { verb: 'insert', table: 'log', positional: false },
    ]);
    expect([...(writes('INSERT INTO log(a, "B") SELECT new.x, 1 FROM u;')[0]?.values ?? [])]).toEqual([
      ['a', 'new.x'],
      ['b', '1'],
    ]);
    expect(writes('REPLACE INTO log VALUES (1, 2);')).toMatchObject([{ positional: true, yields: true }]);
    expect(writes('INSERT OR IGNORE INTO log DEFAULT VALUES;')).toMatchObject([{ positional: false }]);
  });

  it('is read of UPDATE and DELETE, with the rows that they mean', () => {
    const [update] = writes('UPDATE OR FAIL stock SET n = n - 1, (a, b) = (1, 2) WHERE id = new.id;');
    expect(update).toMatchObject({ verb: 'update', table: 'stock', where: 'where id = new.id' });
    expect([...(update?.values ?? [])]).toEqual([
      ['n', 'n - 1'],
      ['(a, b)', '(1, 2)'],
    ]);
    expect(writes('DELETE FROM stock WHERE n = 0;')).toMatchObject([
      { verb: 'delete', where: 'where n = 0' },
    ]);
    expect(writes('SELECT 1;')).toEqual([]);
  });
});

it('one name resembles another where at most two letters are other ones', () => {
  expect(resembles('stock_on_sales', 'stock_on_sale')).toBe(true);
  expect(resembles('StockOnSale', 'stock_on_sale')).toBe(true);
  expect(resembles('audit_insert', 'audit_update')).toBe(false);
});
