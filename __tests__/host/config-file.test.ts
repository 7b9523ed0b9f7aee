import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { runAction } from '../support/action.ts';
import { databaseFrom, scratchFolder, writeText } from '../support/scratch.ts';

const folder = scratchFolder();
const entry = join(import.meta.dirname, '../../src/index.ts');

it('the log and the reports of a run name its config file', async () => {
  const database = databaseFrom(folder, 'CREATE TABLE t(a)');
  const config = writeText(folder, 'mine.yml', 'orphans: introduced');
  const run = { entry, folder, workspace: folder };
  const { stdout, outputs, summary } = await runAction({ ...run, inputs: { database, config } });
  expect(stdout).toContain(`Checking ${database}; config file mine.yml\n`);
  expect(summary).toContain('**Config file:** `mine.yml`');
  expect(JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'))).toMatchObject({
    configFile: 'mine.yml',
  });
  const without = await runAction({ ...run, inputs: { database } });
  expect(without.stdout).toContain(`Checking ${database}; no config file\n`);
  expect(without.summary).not.toContain('Config file');
});
