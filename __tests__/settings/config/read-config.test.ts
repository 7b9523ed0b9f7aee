import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { scratchFolder } from '../../support/scratch.ts';
import { readerIn, said, workspaceWith } from '../workspace.ts';

const folder = scratchFolder();
const { inPlace, read, readConfig } = readerIn(folder);
const database = 'app.db';

const TARGETS: Readonly<Record<string, string>> = {
  'a link to itself': 'preflight.yml',
  'a link to nothing': 'none.yml',
  'a link out of the workspace': '/dev/zero',
};

describe('the config file', () => {
  it('is found in the working directory, then in .github, or where it is named', async () => {
    const files = { '.github/preflight.yml': 'orphans: introduced', 'other/c.yml': 'layout: goose' };
    expect((await read({ database }, files)).settings).toMatchObject({
      orphans: 'introduced',
      configFile: '.github/preflight.yml',
    });
    expect((await read({ database, config: 'other/c.yml' }, files)).settings).toMatchObject({
      layout: { name: 'goose' },
      configFile: 'other/c.yml',
    });
  });

  it('is found at the root of the workspace where the working directory has none', async () => {
    const inputs = { database: '../app.db', 'working-directory': 'packages' };
    for (const name of ['preflight.yml', '.github/preflight.yml']) {
      const files = { [name]: 'orphans: introduced\nmigrations: m', 'packages/m/1.sql': '' };
      const { settings, mistakes } = await read(inputs, files);
      expect(mistakes).toEqual([]);
      // Its paths start where all others do.
      const migrations = { files: [{ file: 'packages/m/1.sql' }] };
      expect(settings).toMatchObject({ orphans: 'introduced', configFile: name, migrations });
    }
    const nearer = {
      'preflight.yml': 'orphans: introduced',
      'packages/.github/preflight.yml': 'orphans: any',
    };
    expect((await read(inputs, nearer)).settings).toMatchObject({
      orphans: 'any',
      configFile: 'packages/.github/preflight.yml',
    });
  });

  it('is not chosen among two of one place, unless it is named', async () => {
    const files = { '.github/preflight.yml': 'orphans: introduced', 'preflight.yml': 'orphans: any' };
    const { mistakes } = await read({}, files);
    expect(mistakes.map(said)).toEqual([
      'config: preflight.yml and .github/preflight.yml are both there, and only one can be the config file. -> Remove one of the two, or name the one that counts as `config`.',
    ]);
    expect((await read({ database }, { ...files, 'preflight.yaml': '' })).mistakes).toHaveLength(1);
    expect((await read({ database, config: '.github/preflight.yml' }, files)).settings.orphans).toBe(
      'introduced',
    );
  });

  it.each([
    ['preflight.yaml', 'preflight.yml'],
    ['.preflight.yml', 'preflight.yml'],
    ['.preflight.yaml', 'preflight.yml'],
    ['.github/preflight.yaml', '.github/preflight.yml'],
    ['.github/.preflight.yml', '.github/preflight.yml'],
    ['.github/.preflight.yaml', '.github/preflight.yml'],
  ])('is not passed over as %s', async (name, meant) => {
    const { mistakes } = await read({}, { [name]: 'orphans: introduced' });
    expect(mistakes.map(said)).toEqual([
      `config: a config file is not looked for in ${name}. -> Did you mean ${meant}? Rename it, or name it as \`config\`.`,
    ]);
    const inputs = { database: '../app.db', 'working-directory': 'sub' };
    const below = await read(inputs, { [`sub/${name}`]: '', 'preflight.yml': 'orphans: introduced' });
    expect(below.mistakes).toMatchObject([
      { key: 'config', remedy: expect.stringContaining(`sub/${meant}`) },
    ]);
    expect((await read({ database, config: name }, { [name]: 'orphans: introduced' })).settings.orphans).toBe(
      'introduced',
    );
  });

  it('is optional', async () => {
    const { settings, mistakes } = await read({ database }, { '.github': 'a file' });
    expect(mistakes).toEqual([]);
    expect(settings.configFile).toBeUndefined();
  });

  it('may be behind a link within the workspace, and outside of it only where the step names it so', async () => {
    const outside = workspaceWith(folder, { 'c.yml': 'orphans: introduced' });
    const place = workspaceWith(folder, { [database]: 'x', 'own.yml': 'orphans: introduced' });
    symlinkSync('own.yml', join(place, 'preflight.yml'));
    expect((await inPlace(place, { database })).settings.orphans).toBe('introduced');
    symlinkSync(join(outside, 'c.yml'), join(place, 'linked.yml'));
    const linked = await inPlace(place, { database, config: 'linked.yml' });
    expect(linked.mistakes.map(said)).toEqual([
      'linked.yml config: the config file linked.yml leads out of the repository. -> Put into the repository what is to be read; a place outside of it only the step may name.',
    ]);
    expect(linked.settings.orphans).toBe('any');
    expect((await inPlace(place, { database, config: join(outside, 'c.yml') })).settings.orphans).toBe(
      'introduced',
    );
  });

  it('must be there when it is named', async () => {
    expect((await read({ database, config: 'none.yml' })).mistakes.map(said)).toEqual([
      'config: there is no config file none.yml. -> Correct the path, relative to working-directory, or leave `config` out.',
    ]);
  });

  it.each([
    ['a folder', 'preflight.yml config: the config file preflight.yml is a folder. -> Name a YAML file.'],
    [
      'a link out of the workspace',
      'preflight.yml config: the config file preflight.yml leads out of the repository. -> Put into the repository what is to be read; a place outside of it only the step may name.',
    ],
    [
      'a link to nothing',
      'preflight.yml config: the config file preflight.yml cannot be read: no such file or directory. -> Correct the path, or its permissions.',
    ],
    [
      'a pipe',
      'preflight.yml config: the config file preflight.yml is a named pipe, not a file. -> Put a file there.',
    ],
    [
      'larger than 128 KiB',
      'preflight.yml config: the config file preflight.yml is larger than 128 KiB. -> Split it, or remove what is not needed.',
    ],
    [
      'a link to itself',
      'preflight.yml config: the config file preflight.yml cannot be read: too many symbolic links encountered. -> Correct the path, or its permissions.',
    ],
  ])('cannot be %s', async (kind, expected) => {
    const place = workspaceWith(folder, { [database]: 'x' });
    const path = join(place, 'preflight.yml');
    if (kind === 'a folder') mkdirSync(path);
    else if (kind === 'a pipe') execFileSync('mkfifo', [path]);
    else if (kind.startsWith('larger')) writeFileSync(path, '# a comment\n'.repeat(100_000));
    else symlinkSync(TARGETS[kind] ?? '', path);
    expect((await inPlace(place, { database })).mistakes.map(said)).toEqual([expected]);
  });

  it('must be UTF-8', async () => {
    const { mistakes } = await readConfig(Buffer.from('fail-on: never\n# caf\xe9', 'latin1'));
    expect(mistakes.map(said)).toEqual([
      'preflight.yml:2 config: the config file preflight.yml is not UTF-8 at offset 20. -> Save it as UTF-8.',
    ]);
    expect((await readConfig('\uFEFForphans: introduced')).settings.orphans).toBe('introduced');
  });
});
