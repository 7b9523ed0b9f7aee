import { linkSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../../src/settings/read-settings.ts';
import { onLinux } from '../../support/platform.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { type Files, readerIn, said, workspaceWith } from '../workspace.ts';

const folder = scratchFolder();
const { inPlace, read } = readerIn(folder);

const filesOf = (...names: string[]) =>
  Object.fromEntries([...names.map((name) => [name, 'x']), ['m/1.sql', 'SELECT 1']]);
const DATABASES = 'a.migrated.db\na.db';
const REMEDY = 'Give another folder as `output`, or name no result of an earlier run as database.';

/** What is said, and whether the reports stay out of the folder. */
async function refused(inputs: Readonly<Record<string, string>>, files: Files) {
  const { settings, mistakes, place } = await read({ migrations: 'm', ...inputs }, files);
  expect(settings.output).not.toBe(join(place, inputs.output ?? ''));
  return mistakes.map(said);
}

describe('a snapshot that the run would write over', () => {
  it('by the migrated copy of another one is refused, whatever their order', async () => {
    const files = filesOf('a.db', 'a.migrated.db');
    const wishes = [
      ...['a.migrated.db\na.db', 'a.db\na.migrated.db', 'a*.db'].map((database) => ({ database })),
      { database: 'a*.db', command: 'true', migrations: '' },
    ];
    for (const wish of wishes) {
      expect(await refused({ ...wish, output: '.' }, files)).toEqual([
        `output: the snapshot a.migrated.db stands where the migrated copy of a.db is to be written. -> ${REMEDY}`,
      ]);
    }
  });

  it('although it is not there yet is refused: it would be there when its turn comes', async () => {
    expect(await refused({ database: DATABASES, output: '.' }, filesOf('a.db'))).toHaveLength(1);
  });

  it('by a report is refused, also in a health check', async () => {
    const inputs = { database: 'out/report.json', output: 'out', migrations: '' };
    expect(await refused(inputs, filesOf('out/report.json'))).toEqual([
      `output: the snapshot out/report.json stands where report.json is to be written. -> ${REMEDY}`,
    ]);
  });

  it('in a part that SQLite keeps beside it is refused', async () => {
    const files = filesOf('a.migrated.db', 'a.migrated.db-wal', 'a.db-wal');
    expect(await refused({ database: 'a.db-wal\na.migrated.db', output: '.' }, files)).toHaveLength(1);
  });

  it('is told once for many', async () => {
    const files = filesOf('a.db', 'a.migrated.db', 'b.db', 'b.migrated.db');
    const config = 'database: "[ab]*.db"\nmigrations: m';
    const { mistakes } = await read({ output: '.' }, { ...files, 'preflight.yml': config });
    expect(mistakes.map(said)).toEqual([
      `output: the snapshot a.migrated.db stands where the migrated copy of a.db is to be written, and 1 more like it. -> ${REMEDY}`,
    ]);
  });

  it.each([
    ['a link to the snapshot', (place: string) => symlinkSync('../a.db', join(place, 'out/a.migrated.db'))],
    [
      'the snapshot by another name',
      (place: string) => linkSync(join(place, 'a.db'), join(place, 'out/a.migrated.db')),
    ],
    ['a folder behind a link', (place: string) => symlinkSync('..', join(place, 'out/link'))],
  ])('is seen through %s', async (kind, link) => {
    const place = workspaceWith(folder, filesOf('a.db', 'a.migrated.db', 'out/other'));
    link(place);
    const inputs = kind.startsWith('a folder')
      ? { database: DATABASES, output: 'out/link' }
      : { database: 'a.db', output: 'out' };
    const { mistakes } = await inPlace(place, { ...inputs, migrations: 'm' });
    expect(mistakes).toMatchObject([{ key: 'output' }]);
  });

  it('is none where nothing is rehearsed, or the folder is another one', async () => {
    const files = filesOf('a.db', 'a.migrated.db');
    expect((await read({ database: DATABASES, output: '.' }, files)).mistakes).toEqual([]);
    expect((await read({ database: DATABASES, output: 'out', migrations: 'm' }, files)).mistakes).toEqual([]);
  });
});

describe('the output folder', () => {
  const database = 'app.db';
  const remedy = 'Give another folder as `output`, or correct its permissions.';

  it('is made, with nothing in it', async () => {
    const { settings, mistakes, place } = await read({ database, output: 'deep/er' });
    expect(mistakes).toEqual([]);
    expect(settings.output).toBe(join(place, 'deep/er'));
    expect(readdirSync(settings.output)).toEqual([]);
  });

  it.each([
    ['a file', 'app.db'],
    ['below a file', 'app.db/reports'],
    ['below a link to itself', 'loop/reports'],
    ['too long a name', 'x'.repeat(300)],
  ])('is refused before anything runs where it cannot be written: %s', async (_, output) => {
    const place = workspaceWith(folder, { 'app.db': 'x' });
    symlinkSync('loop', join(place, 'loop'));
    const { settings, mistakes } = await inPlace(place, { database, output });
    // The reason is the system's.
    const message = expect.stringMatching(`^the output folder ${output} cannot be written: [a-z ]+\\.$`);
    expect(mistakes).toEqual([{ key: 'output', message, remedy }]);
    expect(settings.output).toBe(join(folder, 'out'));
  });

  it('is refused where a link leads out of the repository, unless the step names a place outside', async () => {
    const outside = workspaceWith(folder, {});
    const place = workspaceWith(folder, { 'app.db': 'x', 'real/x': '' });
    symlinkSync(outside, join(place, 'linked'));
    symlinkSync('real', join(place, 'inner'));
    for (const output of ['linked', 'linked/deep/er']) {
      expect((await inPlace(place, { database, output })).mistakes.map(said)).toEqual([
        `output: the output folder ${output} cannot be written: it leads out of the repository. -> ${remedy}`,
      ]);
    }
    expect(readdirSync(outside)).toEqual([]);
    for (const output of ['inner', join(outside, 'new')]) {
      expect((await inPlace(place, { database, output })).mistakes).toEqual([]);
    }
  });

  onLinux('is refused where the file system makes none', async () => {
    const { mistakes } = await read({ database, output: '/proc/preflight/out' });
    expect(mistakes).toMatchObject([{ key: 'output', remedy }]);
  });

  it('by default is refused in the same way', async () => {
    const place = workspaceWith(folder, { 'app.db': 'x', taken: '' });
    const source = { inputs: { database }, workspace: place, ruleIds: [], reportFiles: [] };
    const { mistakes } = await readSettings({ ...source, defaultOutput: join(place, 'taken') });
    expect(mistakes.map(said)).toEqual([
      `output: the output folder taken cannot be written: it is no folder. -> ${remedy}`,
    ]);
  });
});

describe('what an earlier run has left in the output folder', () => {
  const results = ['out/a.migrated.db', 'out/report.json', 'out/report.md', 'out/a.migrated.db-wal'];
  const found = async (database: string, output: string) => {
    const { settings, mistakes } = await read(
      { database, output },
      filesOf('a.db', 'out/kept.db', ...results),
    );
    expect(mistakes).toEqual([]);
    return settings.databases.map(({ name }) => name);
  };

  it('is not found by a glob, and everything else is', async () => {
    expect(await found('**/*.db*', 'out')).toEqual(['a.db', 'app.db', 'out/kept.db']);
    expect(await found('o*/*', './out/')).toEqual(['out/kept.db']);
    expect(await found('**/*.db', 'elsewhere')).toContain('out/a.migrated.db');
  });

  it('is found where the glob or the path names that folder', async () => {
    expect(await found('out/*.db', 'out')).toEqual(['out/a.migrated.db', 'out/kept.db']);
    expect(await found('out/a.migrated.db', 'out')).toEqual(['out/a.migrated.db']);
  });
});
