import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { commandsIn, runAction } from '../support/action.ts';
import { Repository } from '../support/repository.ts';
import { databaseFrom, scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();
const entry = join(import.meta.dirname, '../../src/index.ts');
const database = databaseFrom(folder, 'CREATE TABLE t(a); INSERT INTO t VALUES (1);');

it('a pull request that excuses its own loss is cleared with a warning that everybody sees', async () => {
  const repository = new Repository(folder);
  const base = repository.commit({ 'preflight.yml': 'migrations: m', 'm/1.sql': 'CREATE TABLE u(a);' });
  const head = repository.commit({
    'm/2.sql': '-- preflight: allow rows-lost t: they are not needed\nDELETE FROM t;',
  });
  const event = { pull_request: { base: { sha: base }, head: { sha: head } } };
  const { outputs, exitCode, stdout, summary } = await runAction({
    ...{ entry, folder, event, workspace: repository.path },
    inputs: { database, upload: 'never' },
    env: { GITHUB_EVENT_NAME: 'pull_request' },
  });
  expect([outputs.verdict, exitCode]).toEqual(['warned', 0]);
  const line =
    '- **Declared:** `allow rows-lost t` (`m/2.sql:1`) *new in this pull request*; `migrations: m` (`preflight.yml:1`)';
  expect(readFileSync(outputs['report-markdown'] ?? '', 'utf8')).toContain(line);
  expect(summary).toContain(line);
  expect(commandsIn(stdout).filter(({ name }) => name === 'warning')).toMatchObject([
    {
      properties: { file: 'm/2.sql', line: '1' },
      data: expect.stringContaining('1 allowance is new in this pull request: allow rows-lost t.'),
    },
  ]);
  const report = JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'));
  expect(report.declared).toMatchObject({
    change: { kind: 'pull request' },
    items: [{ kind: 'setting' }, { kind: 'allowance', isNew: true }],
  });
});
