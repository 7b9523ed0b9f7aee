import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Declarations } from '../../../src/facts/settings.ts';
import type { ChangeBase } from '../../../src/settings/declared/base.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import { Repository } from '../../support/repository.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { RULES } from '../workspace.ts';

const folder = scratchFolder();
const ALLOWED = '-- preflight: allow rows-lost t: r\nDELETE FROM t;';

interface Change {
  before: Readonly<Record<string, string | null>>;
  after: Readonly<Record<string, string | null>>;
  inputs?: Readonly<Record<string, string>>;
}

/** What is declared in a workspace, by the settings as the program reads them. */
async function declaredIn(
  workspace: string,
  change: ChangeBase | undefined,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Declarations> {
  const { settings, mistakes } = await readSettings({
    inputs: { database: 'app.db', ...inputs },
    workspace,
    defaultOutput: join(folder, 'out'),
    ruleIds: RULES,
    reportFiles: [],
    ...(change && { change }),
  });
  expect(mistakes).toEqual([]);
  return settings.declared;
}

/** The same after a change, in short: `new` or `old`, the kind, what it says and where. */
async function declared({ before, after, inputs }: Change): Promise<string[]> {
  const repository = new Repository(folder);
  const base = repository.commit(before);
  repository.commit(after);
  const { items } = await declaredIn(repository.path, { kind: 'pull request', commits: [base] }, inputs);
  return items.map(
    ({ kind, text, source: { file, line }, isNew }) =>
      `${isNew ? 'new' : 'old'} ${kind}: ${text} (${file}${line === undefined ? '' : `:${line}`})`,
  );
}

describe('what a pull request makes the gate look away from', () => {
  it.each([
    ['orphans: introduced', 'orphans: introduced'],
    [
      'layout: { name: plain, table: users, column: name }',
      'layout: { name: plain, table: users, column: name }',
    ],
    ['layout: user-version', 'layout: user-version'],
    ['profile: transaction', 'profile: transaction'],
    ['profile: { name: plain, foreign-keys: off }', 'profile: { name: plain, foreign-keys: off }'],
    ['foreign-keys: off', 'foreign-keys: off'],
    ['migrations: m', 'migrations: m'],
    ['database: [app.db]', 'database: [app.db]'],
    ['rehearse: none', 'rehearse: none'],
  ])('is new: %s', async (line, text) => {
    const inputs = line.startsWith('database') ? { database: '' } : {};
    const before = { 'preflight.yml': '# nothing yet', 'm/1.sql': '' };
    const after = { 'preflight.yml': `# first\n${line}` };
    expect(await declared({ before, after, inputs })).toEqual([`new setting: ${text} (preflight.yml:2)`]);
    expect(await declared({ before: { ...before, ...after }, after: { 'm/2.sql': '' }, inputs })).toEqual([
      `old setting: ${text} (preflight.yml:2)`,
    ]);
  });

  it('is new where the whole config is, and where its value is another one', async () => {
    const after = { 'preflight.yml': 'orphans: introduced\nprofile: transaction' };
    expect(await declared({ before: { 'm/1.sql': '' }, after })).toHaveLength(2);
    const changed = await declared({ before: { 'preflight.yml': 'profile: plain' }, after });
    expect(changed.map((line) => line.slice(0, 3))).toEqual(['new', 'new']);
  });

  it.each([
    'orphans: any',
    'foreign-keys: auto',
    'profile: auto',
    'layout: auto',
    'rehearse: all',
    'rehearse: auto',
  ])('is not what takes nothing away: %s', async (line) => {
    expect(await declared({ before: {}, after: { 'preflight.yml': line } })).toEqual([]);
  });

  it('is not what the step overrides', async () => {
    const after = { 'preflight.yml': 'orphans: introduced\nmigrations: none' };
    const inputs = { orphans: 'any', migrations: 'm' };
    expect(await declared({ before: { 'm/1.sql': '' }, after, inputs })).toEqual([]);
  });

  it('is an allowance of the config, another limit of it too, and not another reason', async () => {
    const config = (rest: string) => ({
      'preflight.yml': `allow:\n  - { rule: rows-lost, table: t, ${rest} }`,
    });
    const lines = (before: string, after: string) =>
      declared({ before: config(before), after: config(after) });
    expect(await declared({ before: {}, after: config('reason: r') })).toEqual([
      'new allowance: allow rows-lost t (preflight.yml:2)',
    ]);
    expect(await lines('reason: r', 'reason: another')).toEqual([
      'old allowance: allow rows-lost t (preflight.yml:2)',
    ]);
    expect(await lines('reason: r, max: 5', 'reason: r, max: 500, migration: 0013')).toEqual([
      'new allowance: allow rows-lost t max=500 of 0013 (preflight.yml:2)',
    ]);
  });

  it('is an allowance in a comment, in its own file', async () => {
    const before = { 'm/1.sql': ALLOWED };
    const inputs = { migrations: 'm' };
    expect(await declared({ before, after: { 'm/2.sql': ALLOWED }, inputs })).toEqual([
      'old allowance: allow rows-lost t (m/1.sql:1)',
      'new allowance: allow rows-lost t (m/2.sql:1)',
    ]);
    const moved = { 'm/1.sql': `-- another line\n${ALLOWED}` };
    expect(await declared({ before, after: moved, inputs })).toEqual([
      'old allowance: allow rows-lost t (m/1.sql:2)',
    ]);
  });

  it('is a check that is no longer made, also where the whole config is gone', async () => {
    const before = {
      'preflight.yml':
        'production-sqlite: 3.24\nchecks:\n  required: { t: [a, b] }\n  references: [a.b -> c.d]\n  queries: [{ id: q, sql: SELECT 1 }]\n',
    };
    const after = {
      'preflight.yml':
        'production-sqlite: 3.50\nchecks: { required: { t: [b] }, queries: [{ id: q, sql: SELECT 2 }] }',
    };
    const gone = [
      'checks.required: t.a',
      'checks.references: a.b -> c.d',
      'production-sqlite: 3.24',
      'checks.queries: q',
    ];
    expect(await declared({ before, after })).toEqual(
      gone.map((text) => `new withdrawn: ${text} (preflight.yml)`),
    );
    expect(await declared({ before, after: { 'preflight.yml': null } })).toHaveLength(5);
    expect(await declared({ before: after, after: before })).toHaveLength(2);
  });

  it('is not a config that only moved', async () => {
    const config = 'orphans: introduced\nchecks: { required: { t: [a] } }';
    const before = { 'preflight.yml': config };
    expect(
      await declared({ before, after: { 'preflight.yml': null, '.github/preflight.yml': config } }),
    ).toEqual(['old setting: orphans: introduced (.github/preflight.yml:1)']);
  });

  it('is found in a working directory, and through a link', async () => {
    const repository = new Repository(folder);
    const base = repository.commit({ 'packages/a/m/1.sql': '', 'packages/a/real.yml': '# empty' });
    symlinkSync('real.yml', join(repository.path, 'packages/a/preflight.yml'));
    repository.commit({ 'packages/a/real.yml': 'orphans: introduced', 'packages/a/m/2.sql': ALLOWED });
    const inputs = { 'working-directory': 'packages/a', database: '../../app.db', migrations: 'm' };
    const { items } = await declaredIn(repository.path, { kind: 'push', commits: [base] }, inputs);
    expect(items).toMatchObject([
      { text: 'orphans: introduced', isNew: true, source: { file: 'packages/a/preflight.yml' } },
      { text: 'allow rows-lost t', isNew: true, source: { file: 'packages/a/m/2.sql' } },
    ]);
  });

  it('is not claimed of a file that no change can have made', async () => {
    const repository = new Repository(folder);
    const base = repository.commit({ 'm/1.sql': '' });
    repository.commit({ 'm/2.sql': '' });
    writeFileSync(join(repository.path, 'preflight.yml'), 'orphans: introduced');
    const outside = join(folder, 'outside.yml');
    writeFileSync(outside, 'orphans: introduced');
    for (const inputs of [{}, { config: outside }]) {
      const { items } = await declaredIn(repository.path, { kind: 'pull request', commits: [base] }, inputs);
      expect(items.map(({ text, isNew }) => [text, isNew])).toEqual([['orphans: introduced', undefined]]);
    }
  });
});

describe('where the change begins', () => {
  const origin = new Repository(folder);
  const first = origin.commit({ 'preflight.yml': '# empty' });
  origin.git('checkout', '--quiet', '-b', 'topic');
  const head = origin.commit({ 'preflight.yml': 'orphans: introduced' });
  origin.git('checkout', '--quiet', 'main');
  // The base went on since, and has the line as well.
  const later = origin.commit({ 'other.txt': 'x', 'preflight.yml': 'orphans: introduced' });
  origin.git('checkout', '--quiet', '-b', 'merged');
  origin.git('merge', '--quiet', '--no-edit', 'topic');
  const change = { kind: 'pull request' as const, commits: [first], head };

  it('is what GitHub merged the pull request into, rather than what the event remembers', async () => {
    const checkout = origin.checkout(folder, 'merged', 2);
    expect(checkout.git('rev-parse', 'HEAD^1')).toBe(later);
    expect((await declaredIn(checkout.path, change)).items).toMatchObject([{ text: 'orphans: introduced' }]);
    expect((await declaredIn(checkout.path, change)).items[0]?.isNew).toBeUndefined();
    const other = { ...change, head: first };
    expect((await declaredIn(checkout.path, other)).change).toEqual({
      kind: 'pull request',
      isUnknown: true,
    });
  });

  it('is what the event says on the branch itself, or the branch that it names', async () => {
    const checkout = origin.checkout(folder, 'topic', 5);
    expect((await declaredIn(checkout.path, change)).items).toMatchObject([{ isNew: true }]);
    checkout.git('update-ref', 'refs/remotes/origin/main', first);
    const named = {
      kind: 'pull request' as const,
      commits: [`${'0'.repeat(39)}1`, 'refs/remotes/origin/main'],
      head,
    };
    expect((await declaredIn(checkout.path, named)).items).toMatchObject([{ isNew: true }]);
  });

  it.each([
    ['a checkout of one commit', () => origin.checkout(folder, 'merged', 1).path],
    [
      'a folder that is no repository',
      () => {
        const place = join(folder, 'plain');
        mkdirSync(place, { recursive: true });
        writeFileSync(join(place, 'preflight.yml'), 'orphans: introduced');
        return place;
      },
    ],
    [
      'a repository that is damaged',
      () => {
        const { path } = origin.checkout(folder, 'topic', 5);
        renameSync(join(path, '.git/objects'), join(path, '.git/lost'));
        return path;
      },
    ],
  ])('is not known in %s, and nothing is claimed', async (_, make) => {
    const { items, change: found } = await declaredIn(make(), change);
    expect(items.map(({ text, isNew }) => [text, isNew])).toEqual([['orphans: introduced', undefined]]);
    expect(found).toEqual({ kind: 'pull request', isUnknown: true });
  });

  it('is not asked for where nothing was changed', async () => {
    const checkout = origin.checkout(folder, 'topic', 5);
    expect(await declaredIn(checkout.path, undefined)).toEqual({
      items: [{ kind: 'setting', text: 'orphans: introduced', source: { file: 'preflight.yml', line: 1 } }],
    });
  });
});
