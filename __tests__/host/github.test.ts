import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { PreflightRecord } from '../../src/facts/record.ts';
import { githubHost } from '../../src/host/github.ts';
import { formats } from '../../src/report/formats/index.ts';
import { machine, output } from '../support/action.ts';
import { scratchFolder, writeText } from '../support/scratch.ts';
import { type Publishing, publish as publishIn } from './publishing.ts';
import { findingOf, REPORT_FILES, recordOf } from './records.ts';

const folder = scratchFolder();
const publish = (publishing?: Publishing) => publishIn(folder, publishing);

function blocked(changes: Partial<PreflightRecord> = {}): PreflightRecord {
  return recordOf({ verdict: 'blocked', exitCode: 1, findings: [findingOf()], ...changes });
}

describe('the GitHub host', () => {
  it('takes its inputs with their dashes, and its folders from the runner', () => {
    const host = githubHost({
      'INPUT_FAIL-ON': 'never',
      INPUT_DATABASE: 'x.db',
      GITHUB_WORKSPACE: '/w',
      RUNNER_TEMP: '/t',
    });
    expect(host.inputs).toEqual({ 'fail-on': 'never', database: 'x.db' });
    expect(host).toMatchObject({ workspace: '/w', defaultOutput: join('/t', 'preflight') });
  });

  it('needs no variable at all', () => {
    expect(githubHost({})).toMatchObject({ inputs: {}, workspace: process.cwd() });
  });
});

describe('what is published', () => {
  it('is the log, the reports, the summary and the outputs', async () => {
    const { exitCode, stdout, stderr, outputs, summary, output, commands } = await publish({
      record: recordOf({}, { migratedDatabase: '/copies/shop.migrated.db' }),
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(outputs).toEqual({
      verdict: 'cleared',
      errors: '0',
      warnings: '0',
      orphans: '3',
      ...Object.fromEntries(formats.map(({ output: name, file }) => [name, join(output, file)])),
      'migrated-database': '/copies/shop.migrated.db',
    });
    expect(readdirSync(output).sort()).toEqual(REPORT_FILES);
    expect(JSON.parse(readFileSync(join(output, 'report.json'), 'utf8'))).toMatchObject({
      verdict: 'cleared',
    });
    expect(summary).toContain('# ✅ ');
    expect(commands.filter(({ name }) => name !== 'group' && name !== 'endgroup')).toEqual([]);
    // Every group is closed before the next one is opened.
    const folds = commands.map(({ name }) => name).join(' ');
    expect(folds).toMatch(/^(group endgroup ?)+$/);
    // The verdict is not folded away.
    expect(stdout.lastIndexOf('CLEARED')).toBeGreaterThan(stdout.lastIndexOf('::endgroup::'));
  });

  it('goes into one report folder with several databases, a path a line', async () => {
    const record = recordOf({}, { migratedDatabase: '/a.db' });
    const more = [recordOf(), recordOf({}, { migratedDatabase: '/c.db' }), recordOf()];
    record.databases.push(...more.flatMap(({ databases }) => databases));
    const { outputs } = await publish({ record });
    // Each database keeps its line, also where it has no migrated copy.
    expect(outputs).toMatchObject({ 'migrated-database': '/a.db\n\n/c.db\n', orphans: '12' });
  });

  it('goes into a folder that is there, and into one whose parents are not', async () => {
    const options = { output: join(folder, 'some', 'where') };
    const runs = [await publish({ options }), await publish({ options })];
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(readdirSync(options.output).sort()).toEqual(REPORT_FILES);
  });

  it('is empty where nothing was measured', async () => {
    const findings = [findingOf({ rule: 'settings-invalid' })];
    const record = blocked({ verdict: 'failed', exitCode: 2, findings });
    for (const { facts } of record.databases) {
      delete facts.before;
      delete facts.after;
    }
    const { outputs } = await publish({ record });
    expect(outputs).toMatchObject({ verdict: 'failed', errors: '1', orphans: '', 'migrated-database': '' });
  });
});

describe('a step that fails', () => {
  it.each([
    [1, 'blocked', 'The migration has problems: 2 errors, 1 warning.'],
    [2, 'failed', 'The set-up is wrong: 40 rows of goals are gone. And 1 more: see the report.'],
    [3, 'failed', 'The preflight broke: the engine died.'],
  ] as const)('with exit code %i says whose fault it is', async (exitCode, verdict, sentence) => {
    const findings = [
      findingOf(),
      findingOf({ rule: exitCode === 3 ? 'preflight-incomplete' : 'rows-lost', message: 'the engine died.' }),
      findingOf({ severity: 'warning' }),
    ];
    const {
      exitCode: ended,
      outputs,
      commands,
    } = await publish({ record: blocked({ verdict, exitCode, findings }) });
    expect(ended).toBe(exitCode);
    expect(outputs.verdict).toBe(verdict);
    expect(commands.at(-1)).toMatchObject({ name: 'error', data: sentence });
  });

  it('blames no migration in a health check', async () => {
    const record = blocked();
    for (const { facts } of record.databases) delete facts.plan;
    const { commands } = await publish({ record });
    expect(commands.at(-1)?.data).toBe('The database has problems: 1 error.');
  });

  it.each([9, 10, 11, 40])('keeps room for its last word beside %i errors', async (number) => {
    const findings = Array.from({ length: number }, (_, at) => findingOf({ message: `Finding ${at}.` }));
    const { commands, stdout } = await publish({ record: blocked({ findings }) });
    const errors = commands.filter(({ name }) => name === 'error');
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)?.data).toBe(`The migration has problems: ${number} errors.`);
    expect(stdout).toContain(`Finding ${number - 1}.`);
  });

  it('points at the SQL', async () => {
    const { commands } = await publish({ record: blocked() });
    expect(commands.find(({ name }) => name === 'error')).toEqual({
      form: 'current',
      name: 'error',
      properties: { file: 'migrations/0002.sql', line: '14', title: 'Rows were lost' },
      data: '40 rows of goals are gone. Keep them.',
    });
  });
});

describe('hostile names', () => {
  it('bring no command, no control character and no output of their own', async () => {
    const evil =
      'x\r\n::add-mask::a\u001b[2K##[error]b\u202e::stop-commands::t%0A::error::c\nverdict=cleared\n';
    const finding = findingOf({
      ...{ title: evil, message: evil, remedy: evil, table: evil, database: evil },
      location: { file: `a,line=7::${evil}`, line: 1 },
    });
    const record = blocked({ findings: [finding] });
    for (const database of record.databases) {
      database.facts.path = evil;
      database.facts.migratedDatabase = `/tmp/${evil}`;
      for (const statement of database.facts.rehearsal.statements)
        Object.assign(statement, { title: evil, file: evil });
    }
    const { stdout, stderr, outputs, commands } = await publish({ record, options: { upload: 'auto' } });
    expect(new Set(commands.map(({ name }) => name))).toEqual(
      new Set(['group', 'endgroup', 'error', 'warning', 'notice']),
    );
    expect(commands.filter(({ name }) => name === 'error')).toHaveLength(2);
    expect(commands[0]?.form).toBe('current');
    expect(`${stdout}${stderr}`).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    expect(Object.keys(outputs).sort()).toEqual([
      ...['errors', 'migrated-database', 'orphans', ...formats.map(({ output }) => output).sort()],
      ...['verdict', 'warnings'],
    ]);
    expect(outputs.verdict).toBe('blocked');
  });
});

describe('a place that cannot be written', () => {
  it('of the reports is a failure of the preflight, said after the log', async () => {
    const output = join(writeText(folder, 'a-file', ''), 'reports');
    const { exitCode, outputs, commands, stdout } = await publish({ options: { output, upload: 'all' } });
    expect(exitCode).toBe(3);
    expect(commands.at(-1)?.data).toMatch(
      /^The preflight broke: the reports cannot be written to .*a-file.reports: ENOTDIR/,
    );
    expect(stdout).toContain('CLEARED');
    expect(outputs).toMatchObject({ verdict: 'failed', 'report-json': '', 'report-markdown': '' });
  });

  it('of the reports is no failure of the preflight where the set-up is wrong', async () => {
    const output = join(writeText(folder, 'no-folder', ''), 'reports');
    const findings = [findingOf({ rule: 'settings-invalid', message: 'The output cannot be written.' })];
    const record = blocked({ verdict: 'failed', exitCode: 2, findings });
    const { exitCode, commands } = await publish({ options: { output }, record });
    expect(exitCode).toBe(2);
    expect(commands.at(-1)?.data).toMatch(
      /^The set-up is wrong: The output cannot be written\. And the reports cannot be written to .*ENOTDIR/,
    );
  });

  it.each(['report.md', 'report.json'])('of one report (%s) leaves none, and no draft', async (taken) => {
    const output = join(folder, 'taken', taken);
    mkdirSync(join(output, taken), { recursive: true });
    expect((await publish({ options: { output } })).exitCode).toBe(3);
    expect(readdirSync(output)).toEqual([taken]);
  });

  it('of the summary is a warning', async () => {
    const { exitCode, commands, outputs } = await publish({ env: { GITHUB_STEP_SUMMARY: folder } });
    expect({ exitCode, verdict: outputs.verdict }).toEqual({ exitCode: 0, verdict: 'cleared' });
    expect(commands.at(-1)).toMatchObject({
      name: 'warning',
      data: expect.stringMatching(/summary.*EISDIR/),
    });
  });

  it('of the outputs is a warning', async () => {
    const { exitCode, commands, output } = await publish({
      record: blocked(),
      env: { GITHUB_OUTPUT: join(folder, 'nowhere') },
    });
    expect(exitCode).toBe(1);
    expect(commands.at(-2)).toMatchObject({
      name: 'warning',
      data: expect.stringMatching(/outputs were not written/),
    });
    expect(existsSync(join(output, 'report.md'))).toBe(true);
  });

  it('that was never named is none', async () => {
    const { exitCode, commands } = await publish({
      env: { GITHUB_STEP_SUMMARY: undefined, GITHUB_EVENT_PATH: undefined, GITHUB_SERVER_URL: undefined },
    });
    expect(exitCode).toBe(0);
    expect(commands.filter(({ name }) => name === 'warning' || name === 'error')).toEqual([]);
  });

  const asUser = process.getuid?.() === 0 ? it.skip : it;
  asUser('because it is read-only is the same (not as root, who may write everywhere)', async () => {
    const output = join(folder, 'read-only');
    mkdirSync(output);
    chmodSync(output, 0o500);
    expect((await publish({ options: { output } })).exitCode).toBe(3);
  });
});

describe('a part of the program that cannot be loaded', () => {
  it('ends the step with exit code 3 and a sentence, and no report that says something else', async () => {
    const reports = join(folder, 'not-loaded');
    const record = writeText(folder, 'not-loaded.json', JSON.stringify(recordOf()));
    const source = `
      import { readFileSync } from 'node:fs';
      import { registerHooks } from 'node:module';
      import { setTimeout } from 'node:timers/promises';
      registerHooks({
        resolve(name, context, next) {
          if (name === '@actions/core') throw Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' });
          return next(name, context);
        },
      });
      const { githubHost } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/host/github.ts'))});
      const host = githubHost({});
      await setTimeout(10);
      const record = JSON.parse(readFileSync(${JSON.stringify(record)}, 'utf8'));
      process.exitCode = await host.publish(record, { output: ${JSON.stringify(reports)}, upload: 'never' });
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', source], { env: machine() });
    const { exitCode, stdout, stderr } = await output(child);
    expect({ exitCode, stderr }).toEqual({ exitCode: 3, stderr: '' });
    expect(stdout).toMatch(/^The preflight broke: a part of the program could not be loaded: .*EMFILE/);
    expect(existsSync(reports)).toBe(false);
  });
});
