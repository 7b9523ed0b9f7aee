import { describe, expect, it } from '@jest/globals';
import { sideEffects } from '../../../src/engine/rehearse/side-effects.ts';
import { withConnection } from '../../../src/engine/sqlite/connection.ts';
import { readSchema } from '../../../src/engine/sqlite/read-schema.ts';
import { namesOf } from '../../../src/statements/targets.ts';
import { databaseFrom, scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const SCHEMA = `CREATE TABLE Parent(id INTEGER PRIMARY KEY); CREATE TABLE other(a);
  CREATE TABLE child(id INTEGER PRIMARY KEY, p REFERENCES parent(id) ON DELETE CASCADE);
  CREATE TABLE grandchild(c REFERENCES Child(id) ON DELETE CASCADE);
  CREATE TABLE linked(p REFERENCES parent(id) ON DELETE SET NULL);
  CREATE TABLE log(a); CREATE TABLE watched(a);
  CREATE TRIGGER g AFTER INSERT ON watched BEGIN INSERT INTO log VALUES (new.a); DELETE FROM parent; END;
  CREATE TRIGGER h AFTER UPDATE ON other BEGIN INSERT INTO watched VALUES (1); END;`;
const schema = withConnection(databaseFrom(folder, SCHEMA), 'read', readSchema);

function effects(sql: string) {
  const { taken, given } = sideEffects(namesOf(sql), schema);
  return { taken: [...taken].sort(), given: [...given].sort() };
}

describe('sideEffects', () => {
  it.each([
    ['DELETE FROM parent', ['child', 'grandchild']],
    ['DROP TABLE PARENT', ['child', 'grandchild']],
    ['REPLACE INTO child VALUES (1, 2)', ['grandchild']],
    ['INSERT INTO parent VALUES (1)', []],
    ['UPDATE parent SET id = 2', []],
    ['DROP TABLE linked', []],
    ['CREATE TABLE x(a)', []],
    ['SELECT 1', []],
  ])('finds the tables whose rows go with those of another one: %s', (sql, taken) => {
    expect(effects(sql)).toEqual({ taken, given: [] });
  });

  it('follows triggers, what they cascade to, and the triggers that they fire', () => {
    const expected = ['child', 'grandchild', 'log', 'parent'];
    expect(effects('INSERT INTO watched VALUES (1)').taken).toEqual(expected);
    expect(effects('INSERT INTO watched VALUES (1)').given).toContain('log');
    expect(effects('UPDATE other SET a = 1').taken).toEqual(expected);
    expect(effects('UPDATE other SET a = 1').given).toContain('watched');
  });

  it('finds the links that go with the rows they refer to', () => {
    const erased = [{ table: 'linked', columns: ['p'], to: 'null' }];
    expect(sideEffects(namesOf('DROP TABLE parent'), schema).erased).toEqual(erased);
    expect(sideEffects(namesOf('INSERT INTO watched VALUES (1)'), schema).erased).toEqual(erased);
    expect(sideEffects(namesOf('UPDATE parent SET id = 2'), schema).erased).toEqual([]);
    expect(sideEffects(namesOf('DROP TABLE child'), schema).erased).toEqual([]);
  });

  it('finds none where nothing in the schema relates tables', () => {
    expect(sideEffects(namesOf('DELETE FROM parent'), undefined)).toEqual({
      taken: new Set(),
      given: new Set(),
      erased: [],
    });
  });
});
