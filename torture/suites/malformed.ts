import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPlainly } from '../../__tests__/support/plain-run.ts';
import { randomFrom } from '../../__tests__/support/random.ts';
import { contentOf, copyProblems, healthOf } from '../kit/content.ts';
import { attempt, type Ended } from '../kit/step.ts';
import { soundDatabase } from '../malformed/build.ts';
import { damaged } from '../malformed/damage.ts';
import type { Suite } from '../suite.ts';

/** Databases of one run: what one of them does must cost the others nothing. */
const TOGETHER = 20;

const MIGRATION = `CREATE TABLE made(a); INSERT INTO made SELECT name FROM t; CREATE INDEX made_a ON made(a);
ALTER TABLE k ADD COLUMN note;\n`;

export const malformed: Suite = {
  name: 'malformed',
  title: 'Malformed database files',
  promise:
    'A damaged database is never cleared, and costs neither the run nor the databases beside it. No engine crashes or hangs on it.',
  method:
    'A generator builds databases of several page sizes, encodings and vacuum modes, some with a write-ahead log or a hot journal, and damages up to three places of each: header fields, page types, cell pointers and varints, child pointers, record headers, overflow chains, freelists, pointer maps, the text of the schema, file sizes, frames and records of the sidecars, single bits, whole pages. Some stay sound. Twenty go through one run. Damage that stops a measurement may end as exit code 3. What is cleared must be sound by SQLite’s own word, and its copy equal to a plain run.',
  count: 5000,
  async cases({ seed, count }) {
    const runs = Math.ceil(count / TOGETHER);
    return Array.from({ length: runs }, (_, at) => {
      const size = Math.min(TOGETHER, count - at * TOGETHER);
      return { name: `run ${at}`, tries: size, run: (place) => tryMany(place, seed * 100_003 + at, size) };
    });
  },
};

interface Damaged {
  name: string;
  what: string[];
}

async function tryMany(place: string, seed: number, size: number): Promise<string[]> {
  const random = randomFrom(seed);
  const workspace = join(place, 'workspace');
  mkdirSync(join(workspace, 'm'), { recursive: true });
  const all = Array.from({ length: size }, (_, at): Damaged => {
    const { what, sound } = damaged(soundDatabase(place, random), random);
    const name = `${String(at).padStart(2, '0')}.db`;
    writeFileSync(join(workspace, name), sound.main);
    if (sound.wal !== undefined) writeFileSync(join(workspace, `${name}-wal`), sound.wal);
    if (sound.journal !== undefined) writeFileSync(join(workspace, `${name}-journal`), sound.journal);
    return { name, what };
  });
  writeFileSync(join(workspace, 'm/1.sql'), MIGRATION);
  const inputs = { database: '*.db', migrations: 'm', profile: 'transaction', rehearse: 'none' };
  const ended = await attempt({ place, workspace, inputs, limitMs: 180_000 });
  const { report } = ended;
  if (report === undefined) return [...ended.problems, 'there is no report'];
  if (report.databases.length !== size)
    return [...ended.problems, `${report.databases.length} databases of ${size}`];
  return [...ended.problems, ...all.flatMap((one, at) => problemsOf(one, at, ended, place, workspace))];
}

function problemsOf(
  { name, what }: Damaged,
  at: number,
  ended: Ended,
  place: string,
  workspace: string,
): string[] {
  const database = ended.report?.databases[at];
  if (database === undefined) return [];
  const told = (problem: string) => `${name} (${what.join('; ') || 'sound'}): ${problem}`;
  const found: string[] = [];
  const own = ended.report?.findings.filter((finding) => finding.database === name) ?? [];
  const ends = own.filter(({ message }) => /did not end: .*(ended by|killed after)/.test(message));
  found.push(...ends.map(({ message }) => message));
  const isCleared = ['cleared', 'warned'].includes(database.verdict);
  if (what.length === 0 && !isCleared) found.push(`a sound database is ${database.verdict}`);
  if (isCleared)
    found.push(...clearedProblems(name, database.migratedDatabase, ended.output, place, workspace));
  return found.map(told);
}

/** What a cleared database must be by SQLite's own word. */
function clearedProblems(
  name: string,
  migrated: string | undefined,
  output: string,
  place: string,
  workspace: string,
): string[] {
  const copy = join(place, `plain-${name}`);
  for (const suffix of ['', '-wal', '-journal']) {
    const source = join(workspace, name + suffix);
    if (existsSync(source)) cpSync(source, copy + suffix);
  }
  // A failure is told by what follows.
  runPlainly(copy, MIGRATION, 'transaction');
  const health = healthOf(copy);
  if (health !== 'ok') return [`it is cleared, and integrity_check says ${health}`];
  if (migrated === undefined) return ['it is cleared without a migrated copy'];
  return copyProblems(join(output, migrated), contentOf(copy));
}
