import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { firingStatement, readTrigger } from '../../../../src/engine/measure/objects/trigger-text.ts';
import { quoteName } from '../../../../src/sql/quote.ts';

const name = fc.oneof(
  fc.constantFrom('insert', 'on', 'before', 'Update of', 'a.b', 'BEGIN', "it's", 'a"b', '🙂', '-- x', '[x]'),
  fc.string({ minLength: 1, maxLength: 6 }).filter((text) => !text.includes('\0') && !/^sqlite_/i.test(text)),
);
const header = fc.record({
  trigger: name,
  table: name,
  column: name,
  timing: fc.constantFrom('', 'BEFORE', 'AFTER /* on x */'),
  event: fc.constantFrom('insert', 'delete', 'update', 'update of'),
  schema: fc.constantFrom('', 'main.'),
});

describe('readTrigger', () => {
  it('finds table, event and action of any trigger that SQLite stores (300 triggers)', () => {
    fc.assert(
      fc.property(header, ({ trigger, table, column, timing, event, schema }) => {
        const db = new Database(':memory:');
        const watched = event === 'update of' ? `UPDATE OF ${quoteName(column)}` : event.toUpperCase();
        const action = '\nFOR EACH ROW WHEN 1 BEGIN SELECT 1; END';
        db.exec(`CREATE TABLE ${quoteName(table)} (${quoteName(column)})`);
        db.exec(
          `CREATE TRIGGER IF NOT EXISTS ${schema}${quoteName(trigger)} ${timing} ${watched} ON ${quoteName(table)}${action}`,
        );
        const row = db.prepare("SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'").get();
        const { name: stored, tbl_name, sql } = row as { name: string; tbl_name: string; sql: string };
        expect(readTrigger(stored, sql)).toEqual({
          name: trigger,
          table: tbl_name,
          event: event.split(' ')[0],
          action,
        });
        db.close();
      }),
      { numRuns: 300 },
    );
  });
});

describe('firingStatement', () => {
  it.each(['insert', 'update', 'delete'] as const)('fires every trigger of %s', (event) => {
    const db = new Database(':memory:');
    db.exec(`CREATE TABLE "t t"("a b", c); INSERT INTO "t t" VALUES (1, 2); CREATE TABLE log(x);
      CREATE TRIGGER one AFTER ${event} ON "t t" BEGIN INSERT INTO log VALUES (1); END;
      CREATE TRIGGER two BEFORE ${event === 'update' ? 'UPDATE OF c' : event} ON "t t" BEGIN INSERT INTO log VALUES (2); END;`);
    db.exec(firingStatement(event, '"t t"', ['a b', 'c']));
    expect(db.prepare('SELECT count(*) FROM log').pluck().get()).toBe(2);
    db.close();
  });
});
