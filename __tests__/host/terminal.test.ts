import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { PreflightRecord } from '../../src/facts/record.ts';
import { readCommandLine, terminalHost } from '../../src/host/terminal.ts';
import type { Described } from '../../src/host/terminal-flags.ts';
import { formats } from '../../src/report/formats/index.ts';
import { commandsIn, machine, output } from '../support/action.ts';
import { scratchFolder, writeText } from '../support/scratch.ts';
import { findingOf, REPORT_FILES, recordOf } from './records.ts';

const folder = scratchFolder();
const FLAGS = [
  { name: 'database', description: 'Path of the snapshot.' },
  { name: 'fail-on', description: `What fails: ${'error, warning or never; '.repeat(8)}that is all.` },
];
const COMMANDS = [
  { name: 'rehearse', summary: 'Rehearses.', inputs: FLAGS },
  { name: 'explain', summary: 'Explains a rule.', operand: 'RULE', inputs: [] },
] as const;

function ask(argv: string[], nearest?: (word: string, known: readonly string[]) => string | undefined) {
  return readCommandLine<Described>(argv, COMMANDS, { version: '1.2.3', ...(nearest && { nearest }) });
}

function inputsOf(...argv: string[]) {
  const asked = ask(argv);
  return 'values' in asked ? asked.values : asked;
}

const wrong = (...sentences: string[]) => ({
  exitCode: 2,
  print: ['The set-up is wrong:', sentences.join('\n')].join(' ').concat('\nSee --help.'),
});

describe('flags', () => {
  it('are the inputs, with a blank or an equals sign', () => {
    expect(inputsOf('--database', 'x.db', '--fail-on=never')).toEqual({
      database: 'x.db',
      'fail-on': 'never',
    });
    expect(inputsOf('--database=--odd.db')).toEqual({ database: '--odd.db' });
    expect(inputsOf('--database=')).toEqual({ database: '' });
    expect(inputsOf()).toEqual({});
  });

  it('given several times have a line for each', () => {
    expect(inputsOf('--database', 'a.db', '--database=b.db')).toEqual({ database: 'a.db\nb.db' });
  });

  it('that are unknown, lack a value or stand alone are refused, all at once', () => {
    expect(inputsOf('--databse', 'x.db')).toEqual(wrong('there is no flag --databse.'));
    expect(inputsOf('-x')).toEqual(wrong('there is no flag -x.'));
    expect(inputsOf('--database')).toEqual(wrong('--database needs a value: --database=VALUE.'));
    expect(inputsOf('--database', '--fail-on', 'never', '--nix=1')).toEqual(
      wrong(
        '--database needs a value: --database=VALUE.',
        'never stands alone. Name what it is for, such as --database=never.',
        'there is no flag --nix.',
      ),
    );
    expect(inputsOf('--', 'x.db')).toEqual(
      wrong('x.db stands alone. Name what it is for, such as --database=x.db.'),
    );
    expect(inputsOf('--\u001b[31m\n::error::=1')).toEqual(
      wrong('there is no flag --\\u{1b}[31m\\u{a}::error::.'),
    );
  });

  it('that are unknown are guessed at', () => {
    const nearest = (word: string, known: readonly string[]) => known.find((name) => name[0] === word[0]);
    expect(ask(['--databse=x'], nearest)).toEqual(
      wrong('there is no flag --databse. Did you mean --database?'),
    );
    expect(ask(['--x'], nearest)).toEqual(wrong('there is no flag --x.'));
  });

  it('ask for help and version, whatever else is there', () => {
    expect(inputsOf('--version')).toEqual({ print: '1.2.3', exitCode: 0 });
    for (const flag of ['--help', '-h']) {
      const { print, exitCode } = inputsOf('--nonsense', flag) as { print: string; exitCode: number };
      expect(exitCode).toBe(0);
      for (const { name } of FLAGS) expect(print).toContain(`  --${name} `);
      expect(Math.max(...print.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
      expect(print.replace(/\s+/g, ' ')).toContain(FLAGS[1]?.description);
    }
  });
});

describe('a command', () => {
  it('is the first word; without one the first command is meant', () => {
    expect(ask([])).toMatchObject({ command: { name: 'rehearse' }, values: {} });
    expect(ask(['rehearse', '--database=x'])).toMatchObject({
      command: { name: 'rehearse' },
      values: { database: 'x' },
    });
    expect(ask(['explain', 'rows-lost'])).toMatchObject({
      command: { name: 'explain' },
      operands: ['rows-lost'],
    });
  });

  it('has its own flags and help; the first lists the others', () => {
    expect(ask(['explain', '--database=x'])).toEqual(wrong('there is no flag --database.'));
    expect(ask(['explain', '--help'])).toMatchObject({
      exitCode: 0,
      print: expect.stringContaining('sqlite-preflight explain RULE\n'),
    });
    expect(ask(['--help'])).toMatchObject({
      print: expect.stringContaining('  explain   Explains a rule.\n'),
    });
  });
});

describe('the terminal host', () => {
  it('lives in the current folder', () => {
    expect(terminalHost({}, { cwd: '/project', env: {} })).toMatchObject({
      workspace: '/project',
      defaultOutput: join('/project', 'preflight-out'),
    });
    expect(terminalHost({}, { cwd: '/project', env: { RUNNER_TEMP: '/t' } })).toMatchObject({
      defaultOutput: join('/t', 'preflight'),
    });
  });
});

let made = 0;

/** Publishes in a process of its own, which refuses to load anything of GitHub's. */
async function publish(
  record: PreflightRecord,
  { to, tty = false, env }: { to?: string; tty?: boolean; env?: Record<string, string> } = {},
) {
  made += 1;
  const reports = to ?? join(folder, `reports-${made}`);
  const request = writeText(
    folder,
    `request-${made}.json`,
    JSON.stringify({ record, options: { output: reports } }),
  );
  const source = `
    import { readFileSync } from 'node:fs';
    import { registerHooks } from 'node:module';
    registerHooks({
      resolve(name, context, next) {
        if (name.startsWith('@actions/')) throw new Error('the terminal loads ' + name);
        return next(name, context);
      },
    });
    const { terminalHost } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/host/terminal.ts'))});
    const { record, options } = JSON.parse(readFileSync(${JSON.stringify(request)}, 'utf8'));
    process.stdout.isTTY = ${tty};
    const host = terminalHost({}, { cwd: process.cwd(), env: process.env });
    host.progress('Rehearsing');
    process.exitCode = await host.publish(record, options);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: folder,
    env: { ...machine(), ...env },
  });
  return { ...(await output(child)), reports };
}

describe('what a person reads', () => {
  it('is the verdict, the findings, what to do and where everything is', async () => {
    const findings = [
      findingOf(),
      findingOf({ severity: 'warning', rule: 'index-lost', message: 'An index is gone.' }),
      findingOf({ severity: 'notice', rule: 'renamed', message: 'a is now b.', allowed: 'meant' }),
    ];
    const excerpts = [
      { file: 'migrations/0002.sql', line: 14, first: 13, lines: ['-- purge', '\tDELETE FROM goals;'] },
    ];
    const record = recordOf(
      { verdict: 'blocked', exitCode: 1, findings, excerpts },
      { migratedDatabase: '/m.db' },
    );
    const { exitCode, stdout, stderr, reports } = await publish(record);
    expect(exitCode).toBe(1);
    expect(stdout.split('\n')).toEqual([
      '',
      'error[rows-lost]: 40 rows of goals are gone.',
      '  --> migrations/0002.sql:14',
      ' 13 | -- purge',
      ' 14 |   DELETE FROM goals;',
      '    |   ^^^^^^^^^^^^^^^^^^',
      '  = fix: Keep them.',
      '  = see: sqlite-preflight explain rows-lost',
      '',
      'warning[index-lost]: An index is gone.',
      '  --> migrations/0002.sql:14',
      ' 13 | -- purge',
      ' 14 |   DELETE FROM goals;',
      '    |   ^^^^^^^^^^^^^^^^^^',
      '  = fix: Keep them.',
      '  = see: sqlite-preflight explain index-lost',
      '',
      'notice[renamed] (migrations/0002.sql:14): a is now b. Allowed: meant',
      '❌ BLOCKED shop.db',
      '   Do not migrate: 40 rows of goals are gone.',
      '   Data: unchanged · Schema: unchanged · Orphans: 0 → 3',
      '   1 of 1 statement ran, 45 rows, 13.0 ms',
      'Next:',
      '  1. Back up.',
      '  2. Migrate.',
      '',
      ...formats.map(({ title, file }) => `${`${title}:`.padEnd(19)}${join(reports, file)}`),
      'Migrated database: /m.db',
      '',
    ]);
    expect(stderr).toBe('Rehearsing\nThe migration has problems: 1 error, 1 warning.\n');
    expect(readdirSync(reports).sort()).toEqual(REPORT_FILES);
  });

  it('says that the reports could not be written', async () => {
    const { exitCode, stderr, stdout } = await publish(recordOf(), {
      to: join(writeText(folder, 'file', ''), 'x'),
    });
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/The preflight broke: the reports cannot be written to .*: ENOTDIR/);
    expect(stdout).toContain('CLEARED');
  });

  it('holds no command and no control character, whatever the names are', async () => {
    const evil = '\r\n::error::a\u001b[2K##[error]b';
    const record = recordOf({ findings: [findingOf({ rule: evil, message: evil, remedy: evil })] });
    for (const { facts, nextSteps } of record.databases) {
      facts.path = evil;
      nextSteps.push(evil);
    }
    const { stdout, stderr } = await publish(record);
    expect(commandsIn(`${stdout}\n${stderr}`)).toEqual([]);
    expect(`${stdout}${stderr}`).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it.each([
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { GITHUB_ACTIONS: 'true' }, false],
    [false, {}, false],
  ])('on a terminal (%s) with %j has colours: %s', async (tty, env, coloured) => {
    const { stdout } = await publish(recordOf(), { tty, env });
    expect(stdout.includes('\u001b[32m✅ CLEARED shop.db\u001b[39m')).toBe(coloured);
    expect(stdout.includes('\u001b')).toBe(coloured);
  });
});
