import { describe, expect, it } from '@jest/globals';
import { followTables } from '../../../../src/engine/compare/lineage/lineage.ts';
import { newColumns, pairTables } from '../../../../src/engine/compare/lineage/pairing.ts';
import type { Column, Schema, Table } from '../../../../src/facts/schema.ts';
import type { StatementTarget } from '../../../../src/facts/statement.ts';

function column(name: string): Column {
  return { name, type: '', notNull: false };
}

function table(name: string, ...columns: string[]): Table {
  return {
    name,
    kind: 'table',
    strict: false,
    withoutRowid: false,
    columns: columns.map(column),
    primaryKey: [],
    autoincrement: false,
    rowid: 'rowid',
    foreignKeys: [],
    keys: [],
    checks: [],
    sql: '',
  };
}

const schema = (...tables: Table[]): Schema => ({ tables, indexes: [], triggers: [], views: [] });
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

/** Pairs as `before>after: before>after, …`, and the renames. */
function paired(before: Table[], after: Table[], ...executed: StatementTarget[]) {
  const lineage = followTables(
    before,
    executed.map((named) => [named]),
  );
  const { pairs, renames } = pairTables(schema(...before), schema(...after), lineage);
  return {
    pairs: pairs.map((pair) => {
      const columns = pair.columns.map((one) => `${one.before.name}>${one.after.name}`);
      return `${pair.before.name}>${pair.after.name}: ${columns.join(', ')}`;
    }),
    renames,
  };
}

describe('tables', () => {
  it('pair by name, whatever the case, and columns with them; that is no rename', () => {
    expect(paired([table('T', 'A', 'b')], [table('t', 'a', 'B')])).toEqual({
      pairs: ['T>t: A>a, b>B'],
      renames: [],
    });
    expect(paired([table('Goals', 'Id')], [table('Goals', 'Id')]).renames).toEqual([]);
  });

  it('that are new or gone have no partner', () => {
    expect(paired([table('a', 'x')], [table('b', 'x')])).toEqual({ pairs: [], renames: [] });
    expect(paired([table('a', 'x')], [table('b', 'x')], drop('a'), create('b', 'x')).pairs).toEqual([]);
  });

  it('pair under another name after a rename, with the names as the schemas write them', () => {
    expect(paired([table('T', 'a')], [table('New', 'a')], rename('t', 'NEW'))).toEqual({
      pairs: ['T>New: a>a'],
      renames: [{ kind: 'table', table: 'New', from: 'T', to: 'New' }],
    });
  });

  it.each([
    ['first', (own: Table, aside: Table) => [own, aside]],
    ['last', (own: Table, aside: Table) => [aside, own]],
  ])('pair with their namesake, which stands %s, rather than with what was set aside', (_, order) => {
    const after = order(table('t', 'a', 'b'), table('old', 'a'));
    const executed = [rename('t', 'old'), create('t', 'a', 'b')];
    expect(paired([table('t', 'a')], after, ...executed)).toEqual({ pairs: ['t>t: a>a'], renames: [] });
  });

  it.each([
    ['first', (own: Table, aside: Table) => [own, aside]],
    ['last', (own: Table, aside: Table) => [aside, own]],
  ])('pair with the last that took their place, which stands %s, where no namesake is left', (_, order) => {
    const after = order(table('new', 'a'), table('old', 'a'));
    const executed = [rename('t', 'old'), create('t', 'a'), rename('t', 'new')];
    expect(paired([table('t', 'a')], after, ...executed)).toEqual({
      pairs: ['t>new: a>a'],
      renames: [{ kind: 'table', table: 'new', from: 't', to: 'new' }],
    });
  });

  it('pair each with their own where two swap their names', () => {
    const swap = [rename('a', 'x'), rename('b', 'a'), rename('x', 'b')];
    const { pairs } = paired([table('a', 'p'), table('b', 'q')], [table('a', 'q'), table('b', 'p')], ...swap);
    expect(pairs.toSorted()).toEqual(['a>b: p>p', 'b>a: q>q']);
  });
});

describe('columns', () => {
  it('pair under another name after a rename, with the names as the schemas write them', () => {
    const executed = [renameColumn('t', 'a', 'z')];
    expect(paired([table('T', 'A', 'b')], [table('T', 'Z', 'b', 'c')], ...executed)).toEqual({
      pairs: ['T>T: A>Z, b>b'],
      renames: [{ kind: 'column', table: 'T', from: 'A', to: 'Z' }],
    });
  });

  it('pair each with their own where two swap their names', () => {
    const swap = [renameColumn('t', 'a', 'x'), renameColumn('t', 'b', 'a'), renameColumn('t', 'x', 'b')];
    expect(paired([table('t', 'a', 'b')], [table('t', 'b', 'a')], ...swap).pairs).toEqual(['t>t: a>b, b>a']);
  });

  it('that were renamed leave no partner to a new one of their former name', () => {
    const executed = [renameColumn('t', 'a', 'z'), { verb: 'add-column', table: 't', name: 'a' } as const];
    expect(paired([table('t', 'a')], [table('t', 'z', 'a')], ...executed).pairs).toEqual(['t>t: a>z']);
  });

  it('that the plan made and renamed, or renamed and dropped, leave their name to the namesake', () => {
    const made = [{ verb: 'add-column', table: 't', name: 'n' } as const, renameColumn('t', 'n', 'm')];
    expect(paired([table('t', 'a')], [table('t', 'a', 'm')], ...made).pairs).toEqual(['t>t: a>a']);
    const gone = [
      renameColumn('t', 'a', 'z'),
      { verb: 'drop-column', table: 't', name: 'z' } as const,
      { verb: 'add-column', table: 't', name: 'a' } as const,
    ];
    expect(paired([table('t', 'a')], [table('t', 'a')], ...gone).pairs).toEqual(['t>t: a>a']);
  });
});

it('new columns are those without a partner that hold values of their own', () => {
  const after = table('t', 'a', 'B', 'c', 'g');
  const generated: Column = { ...column('g'), generated: { stored: true, expression: 'a' } };
  const columns = [{ before: column('a'), after: column('A') }];
  const own = { ...after, columns: [...after.columns.slice(0, 3), generated] };
  expect(newColumns({ after: own, columns }).map(({ name }) => name)).toEqual(['B', 'c']);
});
