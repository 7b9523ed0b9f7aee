import { afterEach, describe, expect, it } from '@jest/globals';
import { Resolver } from '../../../src/engine/sqlite/resolver.ts';
import { databaseFrom, scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const opened: Resolver[] = [];

afterEach(() => {
  for (const resolver of opened.splice(0)) resolver.close();
});

function resolverOf(schema: string): Resolver {
  const resolver = new Resolver(databaseFrom(folder, schema));
  opened.push(resolver);
  return resolver;
}

describe('a view', () => {
  it('is told by the columns that it reads, apart from those of the views in it', () => {
    const resolver = resolverOf(`CREATE TABLE t(a, b); CREATE VIEW inner_v AS SELECT b AS c FROM t;
      CREATE VIEW v AS SELECT c FROM inner_v;`);
    expect(resolver.view('v')).toEqual({
      own: [{ verb: 'read', table: 'inner_v', column: 'c' }],
      all: expect.arrayContaining([{ verb: 'read', table: 't', column: 'b' }]),
    });
  });

  it('may call functions of the application, and have texts in double quotes', () => {
    const resolver = resolverOf('CREATE TABLE t(a); CREATE VIEW v AS SELECT app(a, other("x")) AS n FROM t;');
    expect(resolver.view('v')?.own).toEqual([{ verb: 'read', table: 't', column: 'a' }]);
    expect(resolver.columns('v')).toEqual([{ name: 'n', hidden: 0 }]);
  });

  it('that does not compile tells nothing', () => {
    const resolver = resolverOf('CREATE TABLE t(a); CREATE VIEW v AS SELECT t.gone FROM t;');
    expect(resolver.view('v')).toBeUndefined();
    expect(resolver.columns('v')).toEqual([]);
  });
});

describe('a trigger', () => {
  const columns = ['id', 'v'];

  it('is told by what it does itself, on its own table too', () => {
    const resolver = resolverOf(`CREATE TABLE t(id INTEGER PRIMARY KEY, v); CREATE TABLE log(n);
      CREATE TRIGGER other AFTER INSERT ON log BEGIN DELETE FROM log; END;`);
    const action = 'WHEN new.v > 1 BEGIN INSERT INTO log SELECT id FROM t; UPDATE t SET v = 0; END';
    expect(resolver.trigger({ event: 'update', action, columns, table: 't' })).toEqual([
      { verb: 'read', table: 't', column: 'v' },
      { verb: 'insert', table: 'log' },
      { verb: 'read', table: 't', column: 'id' },
      { verb: 'read', table: 't' },
      { verb: 'update', table: 't', column: 'v' },
    ]);
  });

  it('leaves nothing behind, whether it compiles or not', () => {
    const resolver = resolverOf('CREATE TABLE t(id INTEGER PRIMARY KEY, v);');
    const broken = { event: 'delete', action: 'BEGIN DELETE FROM gone; END', columns, table: 't' } as const;
    expect(resolver.trigger(broken)).toBeUndefined();
    const sound = { ...broken, action: 'BEGIN DELETE FROM t WHERE id = old.id; END' };
    expect(resolver.trigger(sound)).toEqual(resolver.trigger(sound));
    expect(resolver.trigger(sound)).toHaveLength(3);
  });
});
