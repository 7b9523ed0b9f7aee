import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as ajv from 'ajv/dist/2020.js';
import type { CommandFacts } from '../../../src/facts/rehearsal/command.ts';
import { renderJson } from '../../../src/report/formats/json/json.ts';
import { renderLog } from '../../../src/report/formats/log/log.ts';
import { renderMarkdown } from '../../../src/report/formats/markdown/markdown.ts';
import { databaseFacts, databaseRecord, preflightRecord, rehearsal } from '../../support/record.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../report.schema.json'), 'utf8'));
const isValid = new ajv.Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const WHOLE: CommandFacts = {
  exitCode: 0,
  ms: 812.3456789,
  copy: 'changed',
  commitsAtLeast: true,
  longestWriteMs: 12.3456789,
  recorded: [{ tool: 'Knex', table: 'knex_migrations', ids: ['001_<b>.js', '002.js'] }],
  bookkeeping: ['knex_migrations'],
};

function recordOf(command: CommandFacts, ran: Parameters<typeof rehearsal>[0] = {}) {
  const { plan: _, ...facts } = databaseFacts({ command, rehearsal: rehearsal({ statements: [], ...ran }) });
  return preflightRecord({ databases: [databaseRecord({ facts })] });
}

const failure = { file: '', code: '', message: 'it ended with exit code 1', during: 'command' } as const;
const failed = recordOf(
  { exitCode: 1, ms: 5, copy: 'read', recorded: [], bookkeeping: [] },
  { outcome: 'failed', commits: 0, failure },
);

describe('report.json of a command', () => {
  it('has its facts, and no tables of tools', () => {
    const [database] = JSON.parse(renderJson(recordOf(WHOLE))).databases;
    const { bookkeeping: _, ...shown } = WHOLE;
    expect(database.command).toEqual({ ...shown, ms: 812.346, longestWriteMs: 12.346 });
    expect([database.plan, database.rehearsal.commits]).toEqual([undefined, 3]);
  });

  it.each([
    ['one that ended well', recordOf(WHOLE)],
    ['one that failed', failed],
    [
      'one that was killed',
      recordOf({
        signal: 'SIGKILL',
        snapshotTouched: true,
        recorded: [],
        bookkeeping: [],
      }),
    ],
    ['one that was not run', recordOf({ recorded: [], bookkeeping: [] }, { outcome: 'not-run', commits: 0 })],
  ])('is in the shape of its schema for %s', (_, record) => {
    isValid(JSON.parse(renderJson(record)));
    expect(isValid.errors).toBeNull();
  });
});

describe('report.md of a command', () => {
  it('tells how it ended, what was counted, what the tool recorded, and what was not rehearsed', () => {
    const text = renderMarkdown(recordOf(WHOLE));
    expect(text).toContain(
      'the command ended with exit code 0 after 812.3 ms; at least 3 commits, 2 migrations recorded',
    );
    expect(text).toContain('Longest write lock: 12.3 ms at least');
    expect(text).toContain('Knex recorded in `knex_migrations`: `001_<b>.js`, `002.js`.');
    expect(text).toContain('A second run: not-run.');
    expect(text).toContain('# Migrate. As rehearsed, with the same command.');
    expect(text).toContain('<b>What was modified</b>');
    expect(text).not.toContain('Named by no statement');
  });

  it('says of a failure what is known, and that the write lock was not measured', () => {
    const text = renderMarkdown(failed);
    expect(text).toContain('The command ended with exit code 1 after 5.0 ms.');
    expect(text).toContain('It read the copy and did not change it.');
    expect(text).toContain('write lock was not measured');
    expect(text).not.toContain('Migrate as rehearsed');
  });
});

it('the log has a line for the command, and one for what the tool recorded', () => {
  const [group] = renderLog(recordOf(WHOLE));
  expect(group).toEqual({
    title: 'Command',
    lines: ['✓ ended with exit code 0 after 812.3 ms, at least 3 commits', 'Knex: 001_<b>.js, 002.js'],
  });
  expect(renderLog(failed)[0]?.lines).toEqual(['✗ ended with exit code 1 after 5.0 ms, 0 commits']);
});
