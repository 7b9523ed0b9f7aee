import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inputs as knownInputs } from '../../src/settings/inputs.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();

/** A workspace with a database, a migration and, where given, a config file. */
function workspace(
  config?: string,
  files: Record<string, string | Buffer> = { 'm/1.sql': 'SELECT 1;' },
): string {
  const place = mkdtempSync(join(folder, 'workspace-'));
  writeFileSync(join(place, 'app.db'), 'x');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(place, name, '..'), { recursive: true });
    writeFileSync(join(place, name), content);
  }
  if (config !== undefined) writeFileSync(join(place, 'preflight.yml'), config);
  return place;
}

async function read(
  inputs: Record<string, string>,
  config?: string,
  files?: Record<string, string | Buffer>,
) {
  const place = workspace(config, files);
  const source = {
    inputs,
    workspace: place,
    defaultOutput: '/out',
    ruleIds: ['rows-lost', 'values-cleared'],
  };
  return { place, ...(await readSettings(source)) };
}

/** The mistakes of a config file beside a right database, as `line key`. */
async function mistakesIn(config: string): Promise<string[]> {
  const { mistakes } = await read({ database: 'app.db' }, config);
  return mistakes.map(({ line, key }) => `${line} ${key}`);
}

describe('settings', () => {
  it('have defaults for everything but the database', async () => {
    const { settings, mistakes, place } = await read({ database: 'app.db' });
    expect(mistakes).toEqual([]);
    expect(settings).toMatchObject({
      database: join(place, 'app.db'),
      databaseName: 'app.db',
      migrations: [],
      profile: 'auto',
      foreignKeys: 'auto',
      failOn: 'error',
      orphans: 'any',
      output: '/out',
      upload: 'auto',
      artifactName: 'migration-preflight',
      timeoutMs: 30 * 60_000,
    });
  });

  it('come from the inputs first, then from the config file', async () => {
    const config =
      'database: other.db\nfail-on: warning\norphans: introduced\nprofile: { name: transaction, foreign-keys: off }\n';
    const { settings, mistakes } = await read(
      { database: 'app.db', 'fail-on': 'never', orphans: '  ' },
      config,
    );
    expect(mistakes).toEqual([]);
    expect(settings).toMatchObject({
      databaseName: 'app.db',
      failOn: 'never',
      orphans: 'introduced',
      profile: 'transaction',
      foreignKeys: false,
      configFile: 'preflight.yml',
    });
  });

  it.each([
    ['on', true],
    ['ON', true],
    ['true', true],
    ['off', false],
    ['false', false],
    ['auto', 'auto'],
  ])('take foreign-keys %s', async (text, value) => {
    expect((await read({ database: 'app.db', 'foreign-keys': text })).settings.foreignKeys).toBe(value);
    expect((await read({ database: 'app.db' }, `foreign-keys: ${text}`)).settings.foreignKeys).toBe(value);
  });

  it('take fractions of a minute', async () => {
    expect((await read({ database: 'app.db', 'timeout-minutes': '0.5' })).settings.timeoutMs).toBe(30_000);
  });

  it('find the config in .github, or where it is named, or nowhere', async () => {
    const files = { '.github/preflight.yml': 'fail-on: never', 'other/c.yml': 'fail-on: warning' };
    expect((await read({ database: 'app.db' }, undefined, files)).settings.failOn).toBe('never');
    expect(
      (await read({ database: 'app.db', config: 'other/c.yml' }, undefined, files)).settings.failOn,
    ).toBe('warning');
    expect((await read({ database: 'app.db', config: 'none.yml' }, undefined, files)).mistakes).toMatchObject(
      [{ key: 'config' }],
    );
    expect((await read({ database: 'app.db' }, '')).mistakes).toEqual([]);
  });

  it('start every path from the working directory, and name migrations from the workspace', async () => {
    const { settings, place } = await read(
      { database: '../app.db', migrations: 'db', 'working-directory': 'sub' },
      undefined,
      { 'sub/db/1.sql': 'SELECT 1' },
    );
    expect(settings.database).toBe(join(place, 'app.db'));
    expect(settings.migrations.map(({ file }) => file)).toEqual(['sub/db/1.sql']);
  });

  it('take expectations and allowances', async () => {
    const config = `
checks: { required: { goals: [root_id, "odd name"] } }
expect:
  tables: [a]
  columns: { goals: [root_id] }
  indexes: { idx_a: true, "idx_%": ">= 26", exact: 3 }
  rows: { goals: unchanged, logs: "<5" }
allow:
  - { rule: rows-lost, table: sessions, migration: 0013, reason: purged, max: 500, expires: 2027-01-31 }
`;
    const { settings, mistakes } = await read({ database: 'app.db' }, config);
    expect(mistakes).toEqual([]);
    expect(settings.checks.required).toEqual([
      { table: 'goals', column: 'root_id' },
      { table: 'goals', column: 'odd name' },
    ]);
    expect(settings.expect).toEqual({
      tables: ['a'],
      columns: [{ table: 'goals', column: 'root_id' }],
      indexes: [
        { pattern: 'idx_a', count: { operator: '>=', value: 1 } },
        { pattern: 'idx_%', count: { operator: '>=', value: 26 } },
        { pattern: 'exact', count: { operator: '=', value: 3 } },
      ],
      rows: [
        { table: 'goals', count: 'unchanged' },
        { table: 'logs', count: { operator: '<', value: 5 } },
      ],
    });
    expect(settings.allow).toEqual([
      {
        rule: 'rows-lost',
        table: 'sessions',
        migration: '0013',
        reason: 'purged',
        max: 500,
        expires: '2027-01-31',
        source: { file: 'preflight.yml', line: 9 },
      },
    ]);
  });
});

describe('mistakes', () => {
  it('come all at once, each with its line, and leave usable settings', async () => {
    const config = `migratons: m
fail-on: eror
profile: { name: transaction, x: 1 }
timeout-minutes: "5"
checks:
  required: { b: c }
expect:
  indexes: { x: maybe }
  rows: { y: "> z" }
allow:
  - { rule: rows-lots, table: t, reason: r, expires: 2027-02-31 }
  - { rule: rows-lost, reason: "" }
`;
    const { settings, mistakes } = await read(
      { database: 'app.db', 'retention-days': '91', orphans: 'some' },
      config,
    );
    expect(mistakes.map(({ key, line }) => [key, line]).toSorted()).toEqual(
      [
        ['allow.0.expires', 11],
        ['allow.0.rule', 11],
        ['allow.1', 12],
        ['allow.1.reason', 12],
        ['checks.required.b', 6],
        ['expect.indexes.x', 8],
        ['expect.rows.y', 9],
        ['fail-on', 2],
        ['migratons', 1],
        ['orphans', undefined],
        ['profile.x', 3],
        ['retention-days', undefined],
        ['timeout-minutes', 4],
      ].toSorted(),
    );
    expect(mistakes.find(({ key }) => key === 'migratons')?.remedy).toBe('Did you mean migrations?');
    expect(mistakes.find(({ key }) => key === 'allow.0.rule')?.remedy).toBe('Did you mean rows-lost?');
    expect(settings).toMatchObject({ failOn: 'error', artifactName: 'migration-preflight' });
  });

  it.each([
    ['a: [', '1 config'],
    ['fail-on: error\nfail-on: never', '2 config'],
    ['- a', '1 config'],
    ['artifact-name: a/b', '1 artifact-name'],
    ['timeout-minutes: 0', '1 timeout-minutes'],
    ['retention-days: 1.5', '1 retention-days'],
    ['expect: { tables: a }', '1 expect.tables'],
    ['samples: none', '1 samples'],
  ])('in %j', async (config, expected) => {
    expect(await mistakesIn(config)).toContain(expected);
  });

  it('a misspelt key is always refused, never passed over', async () => {
    const settable = knownInputs.filter(({ inConfig }) => inConfig).map(({ name }) => name);
    const misspelt = fc
      .tuple(fc.constantFrom(...settable), fc.nat(), fc.constantFrom('q', 'zz', '-x'))
      .map(
        ([name, at, extra]) => `${name.slice(0, at % name.length)}${extra}${name.slice(at % name.length)}`,
      );
    await fc.assert(
      fc.asyncProperty(misspelt, async (key) => {
        expect(await mistakesIn(`${key}: 1`)).toEqual([`1 ${key}`]);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    [{}, /missing/],
    [{ database: ':memory:' }, /always empty/],
    [{ database: 'a.db\nb.db' }, /one file/],
    [{ database: '*.db' }, /one file/],
  ])('of the database: %j', async (inputs, message) => {
    const { mistakes } = await read(inputs as Record<string, string>);
    expect(mistakes).toMatchObject([{ key: 'database', message: expect.stringMatching(message) }]);
  });

  it('a path with glob characters that exists is taken literally, one that is absent is left to the snapshot', async () => {
    expect((await read({ database: 'a[1].db' }, undefined, { 'a[1].db': 'x' })).mistakes).toEqual([]);
    expect((await read({ database: 'none.db' })).mistakes).toEqual([]);
  });
});

describe('migrations', () => {
  const files = {
    'm/2.sql': 'b',
    'm/10.SQL': 'c',
    'm/sub/1.sql': 'a',
    'm/readme.md': 'x',
    'm/.hidden.sql': 'y',
    'n/1.sql': 'z',
  };
  const names = async (migrations: string) => {
    const { settings, mistakes } = await read({ database: 'app.db', migrations }, undefined, files);
    expect(mistakes).toEqual([]);
    return settings.migrations.map(({ file }) => file).toSorted();
  };

  it('are found in a folder and below, in a file, and by a glob', async () => {
    expect(await names('m')).toEqual(['m/10.SQL', 'm/2.sql', 'm/sub/1.sql']);
    expect(await names('m/2.sql')).toEqual(['m/2.sql']);
    expect(await names('*/*1.sql')).toEqual(['n/1.sql']);
    expect(await names('{m,n}/**/*.sql')).toEqual(['m/2.sql', 'm/sub/1.sql', 'n/1.sql']);
  });

  it('that are no SQL are listed as ignored', async () => {
    const { settings } = await read({ database: 'app.db', migrations: 'm' }, undefined, files);
    expect(settings.ignored).toEqual(['m/readme.md']);
  });

  it('are followed through a link', async () => {
    const place = workspace(undefined, files);
    symlinkSync(join(place, 'm'), join(place, 'linked'));
    const source = {
      inputs: { database: 'app.db', migrations: 'linked' },
      workspace: place,
      defaultOutput: '/out',
      ruleIds: [],
    };
    expect((await readSettings(source)).settings.migrations).toHaveLength(3);
  });

  it.each([
    ['nothing there', 'none', /no file or folder none/],
    ['a folder without SQL', 'empty', /no migration was recognised in empty/],
    ['a NUL byte', 'bad/nul.sql', /NUL byte at offset 7/],
    ['UTF-16', 'bad/wide.sql', /UTF-16/],
    ['invalid UTF-8', 'bad/latin.sql', /not valid UTF-8 at offset 8/],
  ])('are refused with %s', async (_, migrations, message) => {
    const bad = {
      'empty/x.txt': '',
      'bad/nul.sql': 'SELECT \0 1',
      'bad/wide.sql': Buffer.from('\uFEFFSELECT 1', 'utf16le'),
      'bad/latin.sql': Buffer.from("SELECT '\xe9'", 'latin1'),
    };
    const { mistakes } = await read({ database: 'app.db', migrations }, undefined, bad);
    expect(mistakes).toMatchObject([{ key: 'migrations', message: expect.stringMatching(message) }]);
  });

  it('may begin with a byte order mark, and keep their bytes otherwise', async () => {
    const { settings } = await read({ database: 'app.db', migrations: 'b.sql' }, undefined, {
      'b.sql': '\uFEFFSELECT 1;\r\n',
    });
    expect(settings.migrations).toEqual([{ file: 'b.sql', sql: 'SELECT 1;\r\n' }]);
  });
});
