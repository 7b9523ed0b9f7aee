import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Tool, tools } from './tools.ts';

/**
 * Runs real tools by `command`, and by themselves on another copy: what is left must be the same, and what the preflight
 * says of it must be true. Ends with 1 where it is not.
 */

const here = import.meta.dirname;
const place = mkdtempSync(join(tmpdir(), 'conformance-command-'));
const START = `CREATE TABLE goals(id INTEGER PRIMARY KEY, name TEXT NOT NULL); INSERT INTO goals VALUES (1, 'a'), (2, 'b');
  CREATE TABLE activities(id INTEGER PRIMARY KEY, goal_id INTEGER NOT NULL REFERENCES goals(id) ON DELETE CASCADE);
  INSERT INTO activities VALUES (1, 1), (2, 2), (3, 2);`;

interface Outcome {
  verdict: string;
  rules: string[];
  commits: number;
  atLeast: boolean;
  recorded: string[];
  migrated: string;
}

let number = 0;

function database({ prepare }: Tool, journalMode: string): string {
  number += 1;
  const path = join(place, `${number}.db`);
  const db = new DatabaseSync(path);
  if (prepare === undefined) db.exec(START);
  db.exec(`PRAGMA journal_mode=${journalMode}`);
  db.close();
  return path;
}

function environment(path: string, tool: Tool, more: Record<string, string> = {}) {
  const own = { DATABASE_PATH: path, DATABASE_URL: `sqlite:///${path}` };
  const { PATH, HOME } = process.env;
  return { PATH, HOME, TMPDIR: place, PYTHONDONTWRITEBYTECODE: '1', ...tool.env, ...own, ...more };
}

function byItself(path: string, line: string, tool: Tool): number | null {
  const options = { cwd: join(here, tool.folder), env: environment(path, tool), stdio: 'ignore' } as const;
  return spawnSync('/bin/sh', ['-e', '-c', line], options).status;
}

function byPreflight(path: string, line: string, tool: Tool, more: Record<string, string> = {}): Outcome {
  const output = mkdtempSync(join(place, 'output-'));
  const cli = join(here, '../../src/cli.ts');
  const flags = ['--database', path, '--command', line, '--output', output];
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...flags], {
    cwd: join(here, tool.folder),
    env: environment(path, tool, more),
    encoding: 'utf8',
  });
  try {
    const report = JSON.parse(readFileSync(join(output, 'report.json'), 'utf8'));
    const [{ rehearsal, command, verdict, migratedDatabase = '' }] = report.databases;
    return {
      verdict,
      rules: report.findings.map(({ rule, severity }: Record<string, string>) => `${rule} ${severity}`),
      commits: rehearsal.commits,
      atLeast: command?.commitsAtLeast === true,
      recorded: (command?.recorded ?? []).flatMap(({ ids }: { ids: string[] }) => ids),
      migrated: join(output, migratedDatabase),
    };
  } catch (error) {
    throw new Error(`no report of ${line}:\n${run.stdout}\n${run.stderr}`, { cause: error });
  }
}

/** Schema and rows, without the times that tools write into their own tables. */
function content(path: string): string {
  const db = new DatabaseSync(path, { readOnly: true });
  const schema = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
  const rows = ['goals', 'activities'].map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all());
  db.close();
  return JSON.stringify([schema, rows]);
}

/** What is not as it must be. */
function check(tool: Tool, journalMode: string): string[] {
  const wrong: string[] = [];
  const must = (what: string, is: unknown, wanted: unknown) => {
    const [left, right] = [is, wanted].map((value) => JSON.stringify(value));
    if (left !== right) wrong.push(`${what}: ${left}, and not ${right}`);
  };
  const { recorded, commits, leavesHalf } = tool.expected;
  const start = database(tool, journalMode);
  if (tool.prepare !== undefined) must('prepare', byItself(start, tool.prepare, tool), 0);
  const copy = () => {
    number += 1;
    const path = join(place, `${number}.db`);
    copyFileSync(start, path);
    return path;
  };
  const notices = (outcome: Outcome) =>
    outcome.rules.filter((rule) => !/^(wal-missing|not-atomic) /.test(rule));

  const added = byPreflight(copy(), tool.adds, tool);
  const own = copy();
  must('adds by itself', byItself(own, tool.adds, tool), 0);
  must('adds', [added.verdict, notices(added), added.recorded], ['cleared', [], recorded]);
  must('adds, content', content(added.migrated), content(own));
  if (!added.atLeast) must('adds, commits', added.commits, commits);
  console.log(
    `  adds: ${added.verdict}, ${added.atLeast ? 'at least ' : ''}${added.commits} commits, ${added.recorded.join(' ')}`,
  );

  const failed = byPreflight(copy(), tool.fails, tool);
  const broken = copy();
  must('fails by itself', byItself(broken, tool.fails, tool) !== 0, true);
  must('fails', notices(failed), ['migration-failed error', ...(leavesHalf ? ['half-migrated error'] : [])]);
  must('fails, content', content(failed.migrated), content(broken));
  console.log(
    `  fails: ${failed.verdict}, ${notices(failed).join(', ')}, ${failed.commits} commits, ${failed.recorded.join(' ')}`,
  );

  const again = byPreflight(own, tool.adds, tool);
  must('again', [again.verdict, notices(again)], ['cleared', ['nothing-pending notice']]);
  console.log(`  again: ${again.verdict}, ${notices(again).join(', ')}, ${again.commits} commits`);

  const other = copy();
  const missed = byPreflight(copy(), tool.adds, tool, { ELSEWHERE: tool.elsewhere(other) });
  must('elsewhere', notices(missed), ['command-missed-copy error']);
  console.log(`  elsewhere: ${missed.verdict}, ${notices(missed).join(', ')}`);

  const snapshot = copy();
  const touched = byPreflight(snapshot, tool.adds, tool, { ELSEWHERE: tool.elsewhere(snapshot) });
  must('on the snapshot', touched.rules.includes('snapshot-changed error'), true);
  console.log(`  on the snapshot: ${touched.verdict}, ${notices(touched).join(', ')}`);
  return wrong;
}

try {
  for (const tool of tools) {
    const version = tool.version();
    if (version === undefined) {
      console.log(`${tool.name}: skipped, because it is not installed`);
      continue;
    }
    for (const journalMode of ['delete', 'wal']) {
      console.log(`${tool.name} ${version}, journal mode ${journalMode}`);
      for (const problem of check(tool, journalMode)) {
        console.log(`  WRONG ${problem}`);
        process.exitCode = 1;
      }
    }
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
