import { commandsIn } from '../../__tests__/support/runner.ts';
import { sample } from '../kit/sample.ts';
import { attempt, type Ended } from '../kit/step.ts';
import { type Contents, SMALL, workspaceWith } from '../kit/workspace.ts';
import type { Case, Suite } from '../suite.ts';

/** A bound, and what a run says beyond it. */
interface Limit {
  name: string;
  most: number;
  /** A workspace with so many of the thing. */
  with(count: number): Contents;
  beyond: RegExp;
}

const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join('');
const migration = (sql: string): Contents => ({ files: { 'm/1.sql': sql } });
const config = (text: string): Contents => ({
  files: { 'm/1.sql': 'CREATE TABLE u(a);\n', 'preflight.yml': text },
});
const padded = (text: string, bytes: number) => `${text}${'#'.repeat(bytes - text.length)}`;

const REFUSED: readonly Limit[] = [
  {
    name: 'bytes of a config file',
    most: 128 * 1024,
    with: (count) => config(padded('orphans: any\n', count)),
    beyond: /128 KiB|131,?072/,
  },
  {
    name: 'bytes of an SQL file',
    most: 64 * 2 ** 20,
    with: (count) => migration(`CREATE TABLE u(a);--${' '.repeat(count - 20)}`),
    beyond: /64 MiB/,
  },
  {
    name: 'bytes of all SQL files',
    most: 128 * 2 ** 20,
    with: (count) => ({
      files: Object.fromEntries(
        [1, 2, 3].map((at) => [`m/${at}.sql`, ' '.repeat(at < 3 ? 60 * 2 ** 20 : count - 120 * 2 ** 20)]),
      ),
    }),
    beyond: /more than 128 MiB of SQL/,
  },
  {
    name: 'lines of SQL',
    most: 2_000_000,
    with: (count) => migration(`${'\n'.repeat(count - 1)}SELECT 1;`),
    beyond: /more than 2,000,000 lines/,
  },
  {
    name: 'SQL files',
    most: 10_000,
    with: (count) => ({
      files: Object.fromEntries(Array.from({ length: count }, (_, at) => [`m/${at}.sql`, ''])),
    }),
    beyond: /more than 10,000 SQL files/,
  },
  {
    name: 'statements',
    most: 500_000,
    with: (count) => migration('SELECT 1;'.repeat(count)),
    beyond: /more than 500,000 statements/,
  },
  {
    name: 'alternatives of a glob',
    most: 256,
    with: (count) => config(`checks:\n  statements: "x{1..${count}}.sql"\n`),
    beyond: /more than 256 alternatives/,
  },
  {
    name: 'characters of a glob',
    most: 4096,
    with: (count) => config(`checks:\n  statements: "${'x'.repeat(count - 5)}*.sql"\n`),
    // The system's own bound, where it is the narrower one.
    beyond: /more than 4096 characters|name too long/,
  },
  {
    name: 'levels of YAML',
    most: 64,
    with: (count) => config(`a: ${'['.repeat(count)}${']'.repeat(count)}\n`),
    beyond: /more than 64 deep/,
  },
  {
    name: 'aliases of YAML',
    most: 100,
    with: (count) => config(`a: &a 1\nb: [${Array.from({ length: count }, () => '*a').join(', ')}]\n`),
    beyond: /more than 100 aliases/,
  },
  {
    name: 'directives in comments',
    most: 1000,
    with: (count) =>
      migration(`${many(count, () => '-- preflight: allow rows-lost: no\n')}CREATE TABLE u(a);`),
    beyond: /more than 1000 directives/,
  },
  {
    name: 'characters of a directive',
    most: 1000,
    with: (count) => migration(`-- preflight: ${'allow rows-lost: '.padEnd(count, 'x')}\nCREATE TABLE u(a);`),
    beyond: /1000 characters at most/,
  },
  {
    name: 'patterns of expect.indexes',
    most: 1000,
    with: (count) => config(`expect:\n  indexes:\n${many(count, (at) => `    i${at}: true\n`)}`),
    beyond: /1,000 entries at most/,
  },
  {
    name: 'mistakes of a kind that are told',
    most: 100,
    with: (count) => config(many(count, (at) => `k${at}: 1\n`)),
    beyond: /more than 100 mistakes of this kind/,
  },
];

/** GitHub's own: a run must stay within them, whatever it found. */
const GITHUB = { summaryBytes: 1_048_576, annotations: 10, messageLength: 4096, outputs: 1_000_000 };

/** Numbers of findings around what GitHub keeps, and far beyond. */
const FINDINGS = [9, 10, 11, 50, 400] as const;

export const limits: Suite = {
  name: 'limits',
  title: 'Limits on both sides',
  promise:
    'What is read is bounded, and the bound holds to the unit: just within it everything is done, just beyond it the run ends with exit code 2 and a sentence. What is shown stays within GitHub’s own limits.',
  method: `${REFUSED.length} bounds, each tried with as much as is allowed and with one more; and migrations with ${FINDINGS.join(', ')} findings, whose annotations, summary and outputs are measured as GitHub does.`,
  count: 2 * REFUSED.length + FINDINGS.length,
  async cases({ seed, count }): Promise<Case[]> {
    const sides = REFUSED.flatMap((limit) =>
      [limit.most, limit.most + 1].map((amount) => ({
        name: `${amount} ${limit.name}`,
        run: (place: string) => trySide(place, limit, amount),
      })),
    );
    const shown = FINDINGS.map((amount) => ({
      name: `${amount} findings`,
      run: (place: string) => tryFindings(place, amount),
    }));
    return sample([...sides, ...shown], count, seed);
  },
};

async function trySide(place: string, limit: Limit, amount: number): Promise<string[]> {
  const workspace = workspaceWith(place, { database: SMALL, ...limit.with(amount) });
  // Whatever comes after the text was read is not asked here, and may take long.
  const inputs = { database: 'app.db', migrations: 'm', rehearse: 'none', 'timeout-minutes': '0.5' };
  const { problems, report, exitCode } = await attempt({ place, workspace, inputs, limitMs: 240_000 });
  const told = report?.findings.filter(({ rule }) => rule === 'settings-invalid') ?? [];
  const isRefused = told.some(({ message }) => limit.beyond.test(message));
  const isBeyond = amount > limit.most;
  if (isRefused !== isBeyond)
    return [...problems, isBeyond ? 'it is not refused' : `it is refused: ${told[0]?.message}`];
  return isBeyond && exitCode !== 2 ? [...problems, `it is refused with exit code ${exitCode}`] : problems;
}

async function tryFindings(place: string, amount: number): Promise<string[]> {
  const tables = many(
    amount,
    (at) => `CREATE TABLE "table ${at}"(id INTEGER PRIMARY KEY, v); INSERT INTO "table ${at}" VALUES (1, 2);`,
  );
  const losses = many(amount, (at) => `DELETE FROM "table ${at}";\n`);
  const workspace = workspaceWith(place, {
    database: `BEGIN; ${tables} COMMIT;`,
    files: { 'm/1.sql': losses },
  });
  const inputs = { database: 'app.db', migrations: 'm', rehearse: 'none' };
  const ended = await attempt({ place, workspace, inputs, limitMs: 240_000 });
  const verdict = ended.report?.verdict ?? 'none';
  const wrong = verdict === 'blocked' ? [] : [`it ends as ${verdict}`];
  return [...ended.problems, ...wrong, ...beyondGithub(ended)];
}

function beyondGithub({ stdout, summary, outputs }: Ended): string[] {
  const found: string[] = [];
  if (Buffer.byteLength(summary) >= GITHUB.summaryBytes)
    found.push(`the summary has ${Buffer.byteLength(summary)} bytes`);
  const annotations = commandsIn(stdout).filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
  for (const [name, own] of Map.groupBy(annotations, (one) => one.name))
    if (own.length > GITHUB.annotations) found.push(`${own.length} annotations of severity ${name}`);
  if (annotations.some(({ data }) => data.length > GITHUB.messageLength))
    found.push('an annotation is cut off');
  // GitHub counts UTF-16.
  if (JSON.stringify(outputs).length * 2 > GITHUB.outputs) found.push('the outputs are too large');
  return found;
}
