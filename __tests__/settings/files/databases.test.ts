import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { scratchFolder } from '../../support/scratch.ts';
import { readerIn, workspaceWith } from '../workspace.ts';

const folder = scratchFolder();
const { inPlace, read } = readerIn(folder);

const filesOf = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'x']));

async function named(database: string, ...files: string[]) {
  const { settings, mistakes } = await read({ database }, filesOf(...files));
  expect(mistakes).toEqual([]);
  return settings.databases.map(({ name, migrated }) => [name, migrated]);
}

describe('databases', () => {
  it('are one a line, in their order, and what a glob finds in the order of its names', async () => {
    expect(await named('z.db\n\n  *.sqlite3\r\nb.db', 'z.db', 'b.sqlite3', 'a.sqlite3', 'b.db')).toEqual([
      ['z.db', 'z.migrated.db'],
      ['a.sqlite3', 'a.migrated.sqlite3'],
      ['b.sqlite3', 'b.migrated.sqlite3'],
      ['b.db', 'b-2.migrated.db'],
    ]);
  });

  it('are a list in the config, each a path or a glob', async () => {
    const files = { 'preflight.yml': 'database: ["{a,b}.db", c.db]', ...filesOf('a.db', 'b.db', 'c.db') };
    const { settings, mistakes } = await read({}, files);
    expect(mistakes).toEqual([]);
    expect(settings.databases.map(({ name }) => name)).toEqual(['a.db', 'b.db', 'c.db']);
  });

  it('count once, however often they are given', async () => {
    expect(await named('app.db\n./app.db\n*.db')).toEqual([['app.db', 'app.migrated.db']]);
  });

  it('are not what SQLite keeps beside them, unless it is given by its name', async () => {
    const beside = ['t/a.db', 't/a.db-wal', 't/a.db-shm', 't/a.db-journal', 't/odd-wal'];
    expect((await named('t/*', ...beside)).map(([name]) => name)).toEqual(['t/a.db', 't/odd-wal']);
    expect(await named('t/a.db-wal', ...beside)).toEqual([['t/a.db-wal', 'a.migrated.db-wal']]);
  });

  it('whose files have the same name are called by their path', async () => {
    expect(await named('tenants/*/app.db', 'tenants/a/app.db', 'tenants/b/app.db')).toEqual([
      ['tenants/a/app.db', 'tenants-a-app.migrated.db'],
      ['tenants/b/app.db', 'tenants-b-app.migrated.db'],
    ]);
    expect(await named('A.db\na.sqlite', 'A.db', 'a.sqlite')).toEqual([
      ['A.db', 'A.migrated.db'],
      ['a.sqlite', 'a-2.migrated.sqlite'],
    ]);
  });

  it.each([
    ['app.db.gz', 'app.migrated.db'],
    ['app.db.zst', 'app.migrated.db'],
    ['dump.sql', 'dump.migrated.db'],
    ['dump.sql.gz', 'dump.migrated.db'],
    ['v1.2/my.app.sqlite3', 'my.app.migrated.sqlite3'],
    ['noextension', 'noextension.migrated.db'],
    ['.hidden', '.hidden.migrated.db'],
  ])('the migrated copy of %s is called %s', async (name, migrated) => {
    expect(await named(name, name)).toEqual([[name, migrated]]);
  });

  it('have copies whose names hold nothing that a line of an output or an artifact must not hold', async () => {
    const names = ['a\nb.db', 'a\rb.db', 'x\u0001:"y.d\u007fb'];
    expect((await named('*', ...names)).filter(([name]) => name !== 'app.db')).toEqual([
      ['a\nb.db', 'a-b.migrated.db'],
      ['a\rb.db', 'a-b-2.migrated.db'],
      ['x\u0001:"y.d\u007fb', 'x-y.migrated.d-b'],
    ]);
  });

  it('with the characters of a glob in their name are taken literally', async () => {
    expect(await named('a[1].db\n*', 'a[1].db')).toEqual([
      ['a[1].db', 'a[1].migrated.db'],
      ['app.db', 'app.migrated.db'],
    ]);
  });

  it('that lead nowhere stay: the engine says what is wrong', async () => {
    const place = workspaceWith(folder, {});
    symlinkSync(join(place, 'nowhere'), join(place, 'dangling.db'));
    const { settings, mistakes } = await inPlace(place, { database: 'dangling.db\nnone.db' });
    expect(mistakes).toEqual([]);
    expect(settings.databases.map(({ name }) => name)).toEqual(['dangling.db', 'none.db']);
  });

  it('may be anywhere by the word of the step, and behind a link', async () => {
    const outside = workspaceWith(folder, filesOf('x.db', 't/a.db'));
    const place = workspaceWith(folder, {});
    symlinkSync(join(outside, 'x.db'), join(place, 'linked.db'));
    const database = `linked.db\n${join(outside, 'x.db')}\n${outside}/t/*.db`;
    const { settings, mistakes } = await inPlace(place, { database });
    expect(mistakes).toEqual([]);
    expect(settings.databases.map(({ name }) => name)).toEqual(database.replace('*', 'a').split('\n'));
  });

  it('are refused outside of the repository where the config names them, or a glob meets a link', async () => {
    const outside = workspaceWith(folder, filesOf('x.db'));
    const place = workspaceWith(folder, filesOf('own.db'));
    symlinkSync(join(outside, 'x.db'), join(place, 'linked.db'));
    symlinkSync('own.db', join(place, 'inner.db'));
    const problems = async (inputs: Record<string, string>, config: string) => {
      writeFileSync(join(place, 'preflight.yml'), config);
      return (await inPlace(place, inputs)).mistakes.map(({ message, line }) => [message, line]);
    };
    const refused = (name: string, line?: number) => [
      `the database ${name} leads out of the repository.`,
      line,
    ];
    expect(await problems({ database: '*.db' }, '')).toEqual([refused('linked.db')]);
    for (const name of ['linked.db', join(outside, 'x.db'), '../none.db']) {
      expect(await problems({}, `database: ${name}`)).toEqual([refused(name, 1)]);
    }
    expect(await problems({}, `database: "${outside}/*.db"`)).toHaveLength(1);
    expect(await problems({}, 'database: [own.db, inner.db, none.db]')).toEqual([]);
  });

  it('of which one line is wrong are a mistake of that line', async () => {
    const { mistakes } = await read({ database: 'app.db\n:memory:\nnone-*.db' });
    expect(mistakes.map(({ message }) => message)).toEqual([
      'database is :memory:, which is always empty.',
      'no database matches none-*.db.',
    ]);
  });
});
