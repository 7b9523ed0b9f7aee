import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { scratchFolder } from '../support/scratch.ts';
import { readerIn, said, workspaceWith } from './workspace.ts';

const folder = scratchFolder();
const { inPlace, read, readConfig } = readerIn(folder);

describe('settings', () => {
  it('have defaults for everything but the database', async () => {
    const { settings, mistakes, place } = await read({ database: 'app.db' });
    expect(mistakes).toEqual([]);
    expect(settings).toEqual({
      comment: { when: 'never', key: 'migration-preflight' },
      databases: [{ path: join(place, 'app.db'), name: 'app.db', migrated: 'app.migrated.db' }],
      layout: { name: 'auto' },
      profile: { name: 'auto', foreignKeys: 'auto' },
      failOn: 'error',
      orphans: 'any',
      rehearse: 'auto',
      samples: 'none',
      output: join(folder, 'out'),
      upload: 'auto',
      artifactName: 'migration-preflight',
      timeoutMs: 30 * 60_000,
      workspace: place,
      checks: { required: [], references: [], queries: [], statements: [] },
      expect: { tables: [], columns: [], indexes: [], rows: [] },
      allow: [],
      declared: { items: [] },
    });
  });

  it('come from the inputs first, then from the config file', async () => {
    const config =
      'database: other.db\nlayout: goose\norphans: introduced\nprofile: { name: transaction, foreign-keys: off }\n';
    const { settings, mistakes } = await readConfig(config, { layout: 'plain', orphans: '  ' });
    expect(mistakes).toEqual([]);
    expect(settings).toMatchObject({
      databases: [{ name: 'app.db' }],
      layout: { name: 'plain' },
      orphans: 'introduced',
      profile: { name: 'transaction', foreignKeys: false },
      configFile: 'preflight.yml',
    });
  });

  it('production-sqlite keeps its digits, with quotes and without', async () => {
    for (const text of ['3.40', '"3.40"', "'3.40'"]) {
      const { settings, mistakes } = await readConfig(`production-sqlite: ${text}`);
      expect(mistakes).toEqual([]);
      expect(settings.productionSqlite).toBe('3.40');
    }
    expect((await readConfig('orphans: any')).settings).not.toHaveProperty('productionSqlite');
    for (const text of ['4', '3', 'latest', '2.8', '3.40-beta', '3.']) {
      const { settings, mistakes } = await readConfig(`production-sqlite: ${text}`);
      expect(mistakes.map(said)).toEqual([
        `preflight.yml:1 production-sqlite: production-sqlite is "${text}"; it must be a release of SQLite, such as 3.40 or 3.40.1. -> Write for example \`production-sqlite: 3.40\`.`,
      ]);
      expect(settings).not.toHaveProperty('productionSqlite');
    }
  });

  it('a profile from an input takes the place of the whole profile of the config', async () => {
    const { settings } = await readConfig('profile: { name: plain, foreign-keys: on }', {
      profile: 'transaction',
    });
    expect(settings).toMatchObject({ profile: { name: 'transaction', foreignKeys: 'auto' } });
  });

  it('foreign-keys from an input overrides what the profile of the config says', async () => {
    const { settings, mistakes } = await readConfig('profile: { name: plain, foreign-keys: on }', {
      'foreign-keys': 'off',
    });
    expect(mistakes).toEqual([]);
    expect(settings).toMatchObject({ profile: { name: 'plain', foreignKeys: false } });
  });

  it('are all taken from inputs', async () => {
    const inputs = {
      database: ' app.db\n',
      layout: 'plain',
      profile: 'autocommit-fk-on',
      'foreign-keys': 'on',
      'fail-on': 'warning',
      orphans: 'introduced',
      output: 'reports',
      upload: 'never',
      'artifact-name': 'mine',
      'retention-days': '90',
      'timeout-minutes': '.5',
      samples: 'keys',
    };
    const { settings, mistakes, place } = await read(inputs);
    expect(mistakes).toEqual([]);
    expect(settings).toMatchObject({
      databases: [{ name: 'app.db' }],
      layout: { name: 'plain' },
      profile: { name: 'autocommit-fk-on', foreignKeys: true },
      failOn: 'warning',
      orphans: 'introduced',
      output: join(place, 'reports'),
      upload: 'never',
      artifactName: 'mine',
      retentionDays: 90,
      timeoutMs: 30_000,
      samples: 'keys',
    });
  });

  it('start every path from the working directory, and name files from the workspace', async () => {
    const inputs = {
      database: '../app.db',
      migrations: 'db',
      output: 'out',
      'working-directory': 'sub',
    };
    const files = {
      'sub/db/1.sql': 'SELECT 1',
      'sub/preflight.yml': 'allow:\n  - { rule: rows-lost, reason: r }',
    };
    const { settings, mistakes, place } = await read(inputs, files);
    expect(settings).toMatchObject({
      databases: [{ path: join(place, 'app.db'), name: '../app.db', migrated: 'app.migrated.db' }],
      output: join(place, 'sub/out'),
      workspace: place,
      configFile: 'sub/preflight.yml',
      migrations: { name: 'db', files: [{ file: 'sub/db/1.sql', path: '1.sql' }] },
    });
    expect(mistakes).toMatchObject([{ key: 'allow.0', file: 'sub/preflight.yml', line: 2 }]);
  });
});

describe('mistakes', () => {
  it('come all at once, inputs first, then file by file and line by line', async () => {
    const config = `migratons: m
migrations: m
layout: gooze
profile: { name: transaction, x: 1 }
rehearse: 5
checks:
  required: { b: c }
expect:
  indexes: { x: maybe }
  rows: { y: "> z" }
allow:
  - { rule: rows-lots, table: t, reason: r, expires: 2027-02-31 }
  - { rule: rows-lost, reason: "" }
orphans: any
orphans: introduced
`;
    const files = { 'preflight.yml': config, 'm/1.sql': 'SELECT 1;\nSELECT \0', 'm/2.sql': 'SELECT 2' };
    const { settings, mistakes } = await read(
      { database: ':memory:', 'retention-days': '91', upload: 'some', migration: 'm' },
      files,
    );
    expect(mistakes.map(({ key, file, line }) => [file, line, key])).toEqual([
      [undefined, undefined, 'migration'],
      [undefined, undefined, 'retention-days'],
      [undefined, undefined, 'upload'],
      [undefined, undefined, 'database'],
      ['m/1.sql', 2, 'migrations'],
      ['preflight.yml', 1, 'migratons'],
      ['preflight.yml', 3, 'layout'],
      ['preflight.yml', 4, 'profile.x'],
      ['preflight.yml', 5, 'rehearse'],
      ['preflight.yml', 7, 'checks.required.b'],
      ['preflight.yml', 9, 'expect.indexes.x'],
      ['preflight.yml', 10, 'expect.rows.y'],
      ['preflight.yml', 12, 'allow.0.expires'],
      ['preflight.yml', 12, 'allow.0.rule'],
      ['preflight.yml', 13, 'allow.1.reason'],
      ['preflight.yml', 13, 'allow.1'],
      ['preflight.yml', 15, 'orphans'],
    ]);
    for (const { message, remedy } of mistakes) {
      expect(message).toMatch(/\.$/);
      expect(remedy).toMatch(/[.?]$/);
    }
    expect(settings).toMatchObject({
      failOn: 'error',
      artifactName: 'migration-preflight',
      output: join(folder, 'out'),
      timeoutMs: 1_800_000,
      allow: [],
      migrations: { files: [{ file: 'm/2.sql' }] },
    });
  });

  it('of the config are told although an input overrides the key', async () => {
    const { settings, mistakes } = await readConfig('orphans: an', { orphans: 'introduced' });
    expect(mistakes.map(said)).toEqual([
      'preflight.yml:1 orphans: orphans is "an"; it must be any or introduced. -> Write for example `orphans: introduced`.',
    ]);
    expect(settings.orphans).toBe('introduced');
  });

  it('of an input have no file, also when the config sets the key rightly', async () => {
    const { mistakes } = await readConfig('orphans: any', { orphans: 'introducd' });
    expect(mistakes.map(said)).toEqual([
      'orphans: orphans is "introducd"; it must be any or introduced. -> Did you mean introduced?',
    ]);
  });

  it('two places of the config that contradict each other are one, two that agree are none', async () => {
    const profile = 'profile: { name: plain, foreign-keys: off }\n';
    expect((await readConfig(`${profile}foreign-keys: on`)).mistakes.map(said)).toEqual([
      'preflight.yml:2 foreign-keys: foreign-keys is set twice, and profile.foreign-keys says otherwise. -> Remove one of the two.',
    ]);
    expect((await readConfig(`${profile}foreign-keys: false`)).mistakes).toEqual([]);
  });

  it.each([
    ['missing', {}, 'database is missing.'],
    ['empty', { database: ' \n' }, 'database is missing.'],
    [':memory:', { database: ':memory:' }, 'database is :memory:, which is always empty.'],
    ['a glob without a match', { database: 'none-*.db' }, 'no database matches none-*.db.'],
  ])('a database that is %s is one', async (_, inputs, message) => {
    const { settings, mistakes } = await read(inputs as Record<string, string>);
    expect(mistakes).toEqual([{ key: 'database', message, remedy: expect.any(String) }]);
    expect(settings.timeoutMs).toBe(1_800_000);
  });

  it.each([
    ['database: "none-*.db"', 'no database matches none-*.db.'],
    ['database: [a.db, ":memory:"]', 'database is :memory:, which is always empty.'],
    ['database: 7', 'database is 7; it must be a path or a glob, or a list of them.'],
    ['database: ""', 'database is ""; it must not be empty.'],
    ['database: "a\\0.db"', 'database holds a NUL character.'],
  ])('the config line %j has one, told once', async (config, message) => {
    const { mistakes } = await read({}, { 'preflight.yml': `# first\n${config}` });
    expect(mistakes).toMatchObject([{ key: 'database', message, file: 'preflight.yml', line: 2 }]);
  });

  it('a database path with glob characters that exists is taken literally, one that is absent is left to the snapshot', async () => {
    expect((await read({ database: 'a[1].db' }, { 'a[1].db': 'x' })).mistakes).toEqual([]);
    expect((await read({ database: 'none.db' })).mistakes).toEqual([]);
  });

  it('a config that cannot be read does not make the database missing', async () => {
    const { mistakes } = await read({}, { 'preflight.yml': 'database: [' });
    expect(mistakes.map(({ key }) => key)).toEqual(['config']);
  });

  it.each([
    ['is not there', 'none', 'the working-directory none does not exist.'],
    ['is a file', 'app.db', 'the working-directory app.db is no folder.'],
  ])(
    'a working directory that %s is the only one, and reports go where they would by default',
    async (_, name, message) => {
      const inputs = { database: 'none-*.db', migrations: 'm', config: 'c.yml', 'working-directory': name };
      const { settings, mistakes } = await read(inputs);
      expect(mistakes).toMatchObject([{ key: 'working-directory', message }]);
      expect(settings.output).toBe(join(folder, 'out'));
    },
  );

  it.each([
    ['migrations', { migrations: 'm' }, ''],
    ['a command', { command: 'env' }, ''],
    ['a health check', {}, ''],
    ['a config that is broken', {}, 'expect: ['],
  ])('under pull_request_target there is one for %s, and nothing is read', async (_, inputs, config) => {
    const place = workspaceWith(folder, { 'app.db': 'x', 'preflight.yml': config, 'm/1.sql': '' });
    const given = { database: 'app.db', ...inputs } as Record<string, string>;
    const { settings, mistakes } = await inPlace(place, given, 'pull_request_target');
    expect(mistakes.map(said)).toEqual([
      'event: under pull_request_target nothing is read and nothing is run: a pull request of a stranger would meet the secrets and the write token of this repository. -> Run on `pull_request`, where a fork gets no secrets.',
    ]);
    expect(settings.databases).toEqual([]);
    expect(settings).not.toHaveProperty('migrations');
    expect(settings).not.toHaveProperty('configFile');
  });

  it.each(['pull_request', 'push', 'merge_group', 'schedule', undefined])(
    'under %s there is none of the event',
    async (event) => {
      const place = workspaceWith(folder, { 'app.db': 'x' });
      expect((await inPlace(place, { database: 'app.db', command: 'x' }, event)).mistakes).toEqual([]);
    },
  );

  it.each([
    ['keys that do not exist', (at: number) => `k${at}: 1\n`, ''],
    ['wrong allowances', () => '- { rule: rows-lots, reason: 1 }\n', 'allow:\n'],
    ['wrong references', () => '  - a\n', 'checks:\n  references:\n'],
    ['wrong columns', (at: number) => `    t${at}: 1\n`, 'checks:\n  required:\n'],
    ['wrong counts', (at: number) => `    i${at}: no\n`, 'expect:\n  indexes:\n'],
  ])('of %s a hundred are told, and that there are more', async (_, part, head) => {
    const text = Array.from({ length: 3000 }, (_none, at) => part(at)).join('');
    const { mistakes } = await readConfig(head + text);
    expect(mistakes.length).toBeGreaterThan(100);
    expect(mistakes.length).toBeLessThan(204);
    expect(mistakes.map(({ message }) => message)).toContain(
      'there are more than 100 mistakes of this kind: the others are not listed.',
    );
  });

  it('a database that is missing has no place, also when there is a config', async () => {
    const { mistakes } = await read({}, { 'preflight.yml': 'orphans: any' });
    expect(mistakes).toEqual([
      {
        key: 'database',
        message: 'database is missing.',
        remedy: 'Give the path of a snapshot of the real database.',
      },
    ]);
  });

  it('migrations that the config names wrongly are placed in the config', async () => {
    const { mistakes } = await readConfig('orphans: any\nmigrations: nowhere');
    expect(mistakes).toMatchObject([{ key: 'migrations', file: 'preflight.yml', line: 2 }]);
    const place = workspaceWith(folder, { 'app.db': 'x', 'preflight.yml': 'migrations: m', 'm/1.sql': '' });
    const overridden = await inPlace(place, { database: 'app.db', migrations: 'nowhere' });
    expect(overridden.mistakes).toEqual([
      { key: 'migrations', message: expect.any(String), remedy: expect.any(String) },
    ]);
  });
});
