import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { attempt } from '../../torture/kit/step.ts';
import { SMALL, workspaceWith } from '../../torture/kit/workspace.ts';
import { firstValue, scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();

it.each([
  ['in lines', '\n'],
  ['in one line', ' '],
])(
  'a hundred thousand statements %s are rehearsed to the last one',
  async (_, between) => {
    const place = mkdtempSync(join(folder, 'many-'));
    const inserts = Array.from({ length: 100_000 }, (_none, at) => `INSERT INTO t(v) VALUES (${at});`);
    const sql = ['BEGIN;', ...inserts, 'COMMIT;'].join(between);
    const workspace = workspaceWith(place, { database: SMALL, files: { 'm/1.sql': sql } });
    const inputs = { database: 'app.db', migrations: 'm', rehearse: 'none' };
    const ended = await attempt({ place, workspace, inputs, limitMs: 280_000 });
    expect([ended.exitCode, ended.outputs.verdict, ended.problems]).toEqual([0, 'cleared', []]);
    expect(firstValue(join(ended.output, 'app.migrated.db'), 'SELECT count(*) FROM t')).toBe(100_002);
  },
  300_000,
);
