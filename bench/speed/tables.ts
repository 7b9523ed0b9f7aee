import type { Goal } from './goals.ts';
import type { Measured } from './measures.ts';
import type { Cost } from './timed.ts';

const seconds = ({ cpu }: Cost) => cpu.toFixed(2);

/** What each step costs, for people at a terminal. */
export function rowsOf({ diffs, cmp, rehearsal, orphans, whole, phases }: Measured): string[] {
  const line = (name: string, cost: Cost) =>
    `  ${name.padEnd(34)} cpu ${seconds(cost).padStart(8)}  wall ${cost.wall.toFixed(2).padStart(8)}  peak ${(cost.peak ?? 0).toFixed(0).padStart(4)} MB`;
  const pairs = { ...mapKeys(diffs), rehearsal, orphans, 'whole run': whole };
  const times = Object.entries(phases).map(([name, ms]) => `${name} ${(ms / 1000).toFixed(2)}`);
  return [
    ...Object.entries(pairs).flatMap(([name, { ours, theirs }]) => [
      line(name, ours),
      line(`  ${PEERS[name] ?? 'sqldiff'}`, theirs),
    ]),
    line('cmp of two equal files', cmp),
    `  phases of the whole run, seconds: ${times.join(', ')}`,
  ];
}

const PEERS: Record<string, string> = {
  rehearsal: 'shell',
  orphans: 'foreign_key_check',
  'whole run': 'script',
};

function mapKeys(diffs: Measured['diffs']) {
  return Object.fromEntries(Object.entries(diffs).map(([name, pair]) => [`diff, ${name}`, pair]));
}

export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ text, reached, met }) => `| ${text} | ${reached} | ${met ? 'yes' : '**no**'} |`);
  return ['| goal (ratios of CPU seconds) | figure | reached |', '|---|---|---|', ...rows].join('\n');
}

/** One line per step, one column per size: ours, and the usual tool's in brackets. */
export function growthTable(measured: readonly Measured[]): string {
  const row = (name: string, pick: (one: Measured) => string) =>
    `| ${name} | ${measured.map(pick).join(' | ')} |`;
  const pair = (name: string, pick: (one: Measured) => { ours: Cost; theirs: Cost }) =>
    row(name, (one) => `${seconds(pick(one).ours)} (${seconds(pick(one).theirs)})`);
  return [
    row('CPU seconds; the usual tool in brackets', ({ megabytes }) => `${megabytes} MB`),
    `|---|${measured.map(() => '---|').join('')}`,
    pair(
      'diff, nothing rewritten: 5 columns and 26 indexes (`sqldiff --summary`)',
      ({ diffs }) => diffs.additive,
    ),
    pair('diff, a new column filled in every row of one table', ({ diffs }) => diffs.filled),
    pair('diff, the largest table rebuilt', ({ diffs }) => diffs.rebuild),
    pair('diff, every page moved by VACUUM', ({ diffs }) => diffs.vacuum),
    row('reading two equal files (`cmp`)', ({ cmp }) => `(${seconds(cmp)})`),
    pair('rehearsal of the 26 indexes (`sqlite3` shell)', ({ rehearsal }) => rehearsal),
    pair('rows without a parent, ten foreign keys (`foreign_key_check`)', ({ orphans }) => orphans),
    pair('the whole run (a script of these tools)', ({ whole }) => whole),
    row(
      'peak memory of any process of the whole run',
      ({ whole }) => `${(whole.ours.peak ?? 0).toFixed(0)} MB`,
    ),
  ].join('\n');
}

/** Ten times the tables should cost about ten times as much. */
export function shapeLines(measure: (tables: number, columns: number) => Cost): string[] {
  const few = measure(1000, 5);
  const many = measure(10_000, 5);
  const wide = measure(1, 1900);
  const times = (many.cpu / few.cpu).toFixed(1);
  return [
    `A whole run over 1,000 tables: ${seconds(few)} s; over 10,000 tables: ${seconds(many)} s, ${times} times as much.`,
    `A whole run over one table of 1,901 columns: ${seconds(wide)} s.`,
  ];
}

/** The document with the text between its two marks replaced. */
export function writeInto(document: string, text: string): string {
  const [start, end] = ['<!-- figures -->', '<!-- /figures -->'];
  const before = document.slice(0, document.indexOf(start) + start.length);
  return `${before}\n\n${text}\n\n${document.slice(document.indexOf(end))}`;
}
