import { describe, expect, it } from '@jest/globals';
import {
  ancestry,
  columnAt,
  columnNamed,
  columnNamesBefore,
  followTables,
  type Lineage,
  nameAt,
  nameBefore,
  type TableVersion,
} from '../../../../src/engine/compare/lineage/lineage.ts';
import type { Table } from '../../../../src/facts/schema.ts';
import type { Copies, StatementTarget } from '../../../../src/facts/statement.ts';

function table(name: string, ...columns: string[]): Table {
  return {
    name,
    kind: 'table',
    strict: false,
    withoutRowid: false,
    columns: columns.map((column) => ({ name: column, type: '', notNull: false })),
    primaryKey: [],
    autoincrement: false,
    rowid: 'rowid',
    foreignKeys: [],
    keys: [],
    checks: [],
    sql: '',
  };
}

const T = table('T', 'A', 'B');
const U = table('u', 'c');

const create = (name: string, ...columns: string[]): StatementTarget => ({
  verb: 'create',
  kind: 'table',
  name,
  columns,
});
const drop = (name: string): StatementTarget => ({ verb: 'drop', kind: 'table', name });
const rename = (name: string, to: string): StatementTarget => ({ verb: 'rename-table', name, to });
const renameColumn = (of: string, name: string, to: string): StatementTarget => ({
  verb: 'rename-column',
  table: of,
  name,
  to,
});
const follow = (...executed: StatementTarget[]) =>
  followTables(
    [T, U],
    executed.map((named) => [named]),
  );

/** The table of *before* that the one of this name is at the end; `undefined` for a new one. */
function origin({ last }: Lineage, name: string): string | undefined {
  return nameBefore(there(last.get(name)));
}

function there(version: TableVersion | undefined): TableVersion {
  if (version === undefined) throw new Error('there is no such table');
  return version;
}

const found = ({ last }: Lineage, name: string) => there(last.get(name));

describe('a table', () => {
  it('of before is itself while nothing is executed', () => {
    const lineage = follow();
    expect([...lineage.first.keys()]).toEqual(['t', 'u']);
    expect([...lineage.last.keys()]).toEqual(['t', 'u']);
    expect(lineage.last.get('t')).toBe(lineage.first.get('t'));
    expect(lineage.first.get('t')).toMatchObject({ born: -1, names: [{ since: -1, name: 't' }] });
    expect(origin(lineage, 't')).toBe('t');
  });

  it('that is created is new, and none that is there already', () => {
    const lineage = follow(create('N', 'X'), create('t', 'z'), create('n', 'y'));
    expect(origin(lineage, 'n')).toBeUndefined();
    expect(lineage.last.get('n')).toMatchObject({ born: 0, columns: [{ name: 'x' }] });
    expect(lineage.last.get('t')).toBe(lineage.first.get('t'));
  });

  it('that is dropped is gone, and knows when', () => {
    const lineage = follow(create('n'), drop('T'), drop('nothing'));
    expect([...lineage.last.keys()]).toEqual(['u', 'n']);
    expect(lineage.first.get('t')?.died).toBe(1);
    expect(lineage.first.get('u')?.died).toBeUndefined();
  });

  it('is no index, trigger or view of its name', () => {
    const lineage = followTables(
      [T],
      [[{ verb: 'drop', kind: 'index', name: 't' }], [{ verb: 'create', kind: 'view', name: 'v' }]],
    );
    expect([...lineage.last.keys()]).toEqual(['t']);
    expect(lineage.first.get('t')?.died).toBeUndefined();
  });

  it('that is renamed is the same, and another statement of its former name means nothing', () => {
    const lineage = follow(rename('t', 'X'), rename('t', 'y'), drop('t'));
    expect([...lineage.last.keys()]).toEqual(['u', 'x']);
    expect(lineage.last.get('x')).toBe(lineage.first.get('t'));
    expect(origin(lineage, 'x')).toBe('t');
    expect(lineage.last.get('x')?.died).toBeUndefined();
  });
});

describe('a table that takes the name of another', () => {
  const REBUILD = [create('n', 'a'), drop('t'), rename('n', 't')];

  it('continues it in a rebuild', () => {
    const lineage = follow(...REBUILD);
    expect(origin(lineage, 't')).toBe('t');
    expect(found(lineage, 't')).toMatchObject({ born: 0, tookOver: 2, predecessor: { born: -1, died: 1 } });
  });

  it('continues it where it is made under that name', () => {
    const lineage = follow(rename('t', 'old'), create('t', 'a'));
    expect(origin(lineage, 't')).toBe('t');
    expect(origin(lineage, 'old')).toBe('t');
    expect(found(lineage, 't').tookOver).toBe(1);
    expect(found(lineage, 'old').predecessor).toBeUndefined();
  });

  it('continues nothing where it was there before', () => {
    const lineage = follow(drop('t'), rename('u', 't'));
    expect(origin(lineage, 't')).toBe('u');
    expect(found(lineage, 't').predecessor).toBeUndefined();
  });

  it('continues none that only lent its working name', () => {
    const second = [create('n', 'c'), drop('u'), rename('n', 'u')];
    const lineage = follow(...REBUILD, ...second);
    expect([origin(lineage, 't'), origin(lineage, 'u')]).toEqual(['t', 'u']);
  });

  it('continues one that took over that name while its table was still there, and gave it away since', () => {
    const lineage = follow(...REBUILD, rename('t', 'aside'), create('t', 'a'));
    expect([origin(lineage, 't'), origin(lineage, 'aside')]).toEqual(['t', 't']);
    expect(ancestry(found(lineage, 't'))).toHaveLength(3);
  });

  it('continues none that came by that name when its table was gone, and gave it away since', () => {
    const late = [drop('t'), create('n', 'a'), rename('n', 't')];
    const lineage = follow(...late, renameColumn('t', 'a', 'z'), rename('t', 'aside'), create('t', 'z'));
    expect(origin(lineage, 'aside')).toBe('t');
    expect(found(lineage, 't').predecessor).toBeUndefined();
    expect(columnNamesBefore(found(lineage, 't'))).toEqual(new Map());
  });

  it('keeps what it copies, whatever name it has afterwards', () => {
    const lineage = follow(create('n', 'a'), drop('t'), rename('n', 't'), drop('u'), rename('t', 'u'));
    expect(origin(lineage, 'u')).toBe('t');
  });

  it('takes a later one for what it copies where the first was gone when it was made', () => {
    const lineage = follow(drop('t'), create('n', 'c'), rename('n', 't'), drop('u'), rename('t', 'u'));
    expect(origin(lineage, 'u')).toBe('u');
    expect(found(lineage, 'u').tookOver).toBe(4);
  });

  it('can swap it with that of another new one', () => {
    const lineage = follow(
      ...[create('x', 'a'), create('y', 'c')],
      ...[drop('t'), rename('x', 't'), rename('t', 'z'), rename('y', 't'), rename('z', 'y')],
    );
    expect(() => ancestry(found(lineage, 't'))).not.toThrow();
    expect(origin(lineage, 't')).toBe('t');
    expect(origin(lineage, 'y')).toBe('t');
  });
});

describe('the columns of a table', () => {
  const names = (lineage: Lineage, name: string) => found(lineage, name).columns.map((column) => column.name);

  it('are folded, added, dropped and renamed', () => {
    const lineage = follow(
      { verb: 'add-column', table: 't', name: 'C' },
      { verb: 'drop-column', table: 'T', name: 'a' },
      renameColumn('t', 'b', 'Z'),
      renameColumn('t', 'nothing', 'x'),
      { verb: 'add-column', table: 'none', name: 'x' },
    );
    expect(names(lineage, 't')).toEqual(['z', 'c']);
    expect(columnNamed(found(lineage, 't'), 'z')?.sources).toEqual(new Set([T.columns[1]]));
    expect(columnNamed(found(lineage, 't'), 'c')?.sources).toEqual(new Set());
    expect(columnNamed(found(lineage, 't'), 'b')).toBeUndefined();
  });

  it('know their former names, through a rebuild and back again', () => {
    const lineage = follow(
      ...[renameColumn('t', 'a', 'x'), renameColumn('t', 'x', 'y')],
      ...[create('n', 'y', 'b'), renameColumn('n', 'b', 'early'), drop('t'), rename('n', 't')],
      renameColumn('t', 'b', 'z'),
    );
    expect(columnNamesBefore(found(lineage, 't'))).toEqual(
      new Map([
        ['y', 'a'],
        ['z', 'b'],
      ]),
    );
    expect(columnNamesBefore(found(lineage, 't'), 5)).toEqual(new Map([['y', 'a']]));
    expect(columnNamesBefore(found(lineage, 't'), 6)).toEqual(columnNamesBefore(found(lineage, 't')));
  });

  it('forget what another statement did to a table of before after its name was taken', () => {
    const lineage = follow(
      ...[renameColumn('t', 'a', 'x'), rename('t', 'old'), create('t', 'x')],
      renameColumn('old', 'b', 'y'),
    );
    expect(columnNamesBefore(found(lineage, 't'))).toEqual(new Map([['x', 'a']]));
    expect(columnNamesBefore(found(lineage, 'old'))).toEqual(
      new Map([
        ['x', 'a'],
        ['y', 'b'],
      ]),
    );
  });
});

describe('what a statement copies', () => {
  const [a, b] = T.columns;
  const sources = (lineage: Lineage, name: string) =>
    found(lineage, name).columns.map((column) => [...column.sources]);
  const insert = (name: string, copies: Copies): StatementTarget => ({ verb: 'insert', name, copies });

  it.each<[string, Copies, unknown[][]]>([
    ['all columns in order', { table: 'T' }, [[a], [b]]],
    ['named ones', { table: 't', into: ['Y', 'x'], from: ['a', 'b'] }, [[b], [a]]],
    ['one, beside something else', { table: 't', into: ['x', 'y'], from: ['B', null] }, [[b], []]],
    ['what nobody knows', { table: 't', into: ['x', 'none'], from: ['none', 'a'] }, [[], []]],
    ['another number of columns', { table: 't', into: ['x'] }, [[], []]],
    ['a table that is not there', { table: 'none' }, [[], []]],
  ])('is known: %s', (_, copies, expected) => {
    expect(sources(follow(create('n', 'x', 'y'), insert('n', copies)), 'n')).toEqual(expected);
  });

  it('is known of a table that a SELECT makes', () => {
    const made: StatementTarget = {
      verb: 'create',
      kind: 'table',
      name: 'n',
      columns: ['x', 'y'],
      copies: { table: 't' },
    };
    expect(sources(follow(made), 'n')).toEqual([[a], [b]]);
  });

  it('is added to what was copied before, and goes on to a copy of the copy', () => {
    const lineage = follow(
      ...[create('n', 'x', 'y'), insert('n', { table: 't' })],
      insert('n', { table: 't', into: ['x'], from: ['b'] }),
      ...[create('m', 'z', 'w'), insert('m', { table: 'n' })],
    );
    expect(sources(lineage, 'm')).toEqual([[a, b], [b]]);
    expect(sources(lineage, 't')).toEqual([[a], [b]]);
  });

  it('into a table that is not there means nothing', () => {
    expect(() => follow(insert('none', { table: 't' }))).not.toThrow();
  });
});

describe('at a statement', () => {
  const lineage = follow(
    create('n', 'a', 'b'),
    renameColumn('n', 'b', 'x'),
    drop('t'),
    rename('n', 't'),
    renameColumn('t', 'a', 'y'),
    drop('t'),
  );
  const first = there(lineage.first.get('t'));
  const rebuild = [create('n', 'a', 'b'), drop('t'), rename('n', 't'), renameColumn('t', 'a', 'y')];
  const rebuilt = found(follow(...rebuild), 't');

  it('a table has a name from the one that made it to the one that dropped it', () => {
    expect([-1, 1, 2, 3].map((step) => nameAt(first, step))).toEqual(['t', 't', undefined, undefined]);
    const steps = [-1, 0, 1, 2, 3];
    expect(steps.map((step) => nameAt(rebuilt, step))).toEqual([undefined, 'n', 'n', 't', 't']);
  });

  it('a column has its name of then', () => {
    expect([0, 2, 3].map((step) => columnAt(rebuilt, 'A', step))).toEqual(['a', 'a', 'y']);
    expect([0, 2, 3].map((step) => columnAt(rebuilt, 'b', step))).toEqual(['b', 'b', 'b']);
  });

  it('a column of a working table has the name that it had there before the table took over', () => {
    const renamed = [create('n', 'q', 'b'), renameColumn('n', 'q', 'a'), drop('t'), rename('n', 't')];
    const working = found(follow(...renamed), 't');
    expect([0, 1, 2, 3].map((step) => columnAt(working, 'a', step))).toEqual(['q', 'a', 'a', 'a']);
    expect(columnAt(working, 'b', 0)).toBe('b');
  });

  it('a renamed column of before has its present name everywhere in a rebuild', () => {
    const renamed = [renameColumn('t', 'a', 'z'), create('n', 'z', 'b'), drop('t'), rename('n', 't')];
    const own = found(follow(...renamed), 't');
    expect([1, 3].map((step) => columnAt(own, 'a', step))).toEqual(['z', 'z']);
  });
});
