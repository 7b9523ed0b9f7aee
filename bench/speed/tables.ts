import { availableParallelism, cpus } from 'node:os';
import type { Goal } from './goals.ts';
import { type Measured, OFTEN, type Pair } from './measures.ts';
import type { Cost } from './timed.ts';

const seconds = (cpu: number) => cpu.toFixed(2);

/** What each step costs, for people at a terminal. */
export function rowsOf({ diffs, cmp, rehearsal, orphans, whole, phases }: Measured): string[] {
  const line = (name: string, cost: Cost & { work?: number }) =>
    `  ${name.padEnd(26)} work ${(cost.work === undefined ? '' : seconds(cost.work)).padStart(7)}  cpu ${seconds(cost.cpu).padStart(8)}  wall ${cost.wall.toFixed(2).padStart(8)}  peak ${(cost.peak ?? 0).toFixed(0).padStart(4)} MB`;
  const steps = Object.entries(diffs).map(([name, pair]) => [`diff, ${name}`, 'sqldiff', pair] as const);
  const times = Object.entries(phases).map(([name, ms]) => `${name} ${(ms / 1000).toFixed(2)}`);
  const all: (readonly [string, string, Pair<Cost>])[] = [
    ...steps,
    ['rehearsal', 'shell', rehearsal],
    ['orphans', 'foreign_key_check', orphans],
    ['whole run', 'script', whole],
  ];
  return [
    ...all.flatMap(([name, peer, { ours, theirs }]) => [line(name, ours), line(`  ${peer}`, theirs)]),
    line('cmp of two equal files', cmp),
    `  phases of the whole run, seconds: ${times.join(', ')}`,
  ];
}

export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map(
    ({ text, figures: [work, process], met }) =>
      `| ${text} | ${work || '–'} | ${process} | ${met ? 'yes' : '**no**'} |`,
  );
  return [
    '| goal (ratios of CPU seconds) | the work alone | its whole process | reached |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** One line per step, one column per size: the work alone, its whole process, and the usual tool's in brackets. */
export function growthTable(measured: readonly Measured[]): string {
  const row = (name: string, pick: (one: Measured) => string) =>
    `| ${name} | ${measured.map(pick).join(' | ')} |`;
  const pair = (name: string, pick: (one: Measured) => Pair) =>
    row(name, (one) => {
      const { ours, theirs } = pick(one);
      return `${seconds(ours.work)} / ${seconds(ours.cpu)} (${seconds(theirs.cpu)})`;
    });
  return [
    row('CPU seconds: the work / its process (the usual tool)', ({ megabytes }) => `${megabytes} MB`),
    `|---|${measured.map(() => '---|').join('')}`,
    pair(
      'diff, nothing rewritten: 5 columns and 26 indexes (`sqldiff --summary`)',
      (one) => one.diffs.additive,
    ),
    pair('diff, a new column filled in every row of one table', (one) => one.diffs.filled),
    pair('diff, the largest table rebuilt', (one) => one.diffs.rebuild),
    pair('diff, every page moved by VACUUM', (one) => one.diffs.vacuum),
    row('reading two equal files (`cmp`)', ({ cmp }) => `(${seconds(cmp.cpu)})`),
    pair('rehearsal of the 26 indexes (`sqlite3` shell)', ({ rehearsal }) => rehearsal),
    pair('rows without a parent, ten foreign keys (`foreign_key_check`)', ({ orphans }) => orphans),
    row(
      'the whole run (a script of these tools, with `integrity_check` before and after)',
      ({ whole }) => `${seconds(whole.ours.cpu)} (${seconds(whole.theirs.cpu)})`,
    ),
    row(
      'its wall time in seconds (the script)',
      ({ whole }) => `${whole.ours.wall.toFixed(1)} (${whole.theirs.wall.toFixed(1)})`,
    ),
    row('peak memory of any of its processes', ({ whole }) => `${(whole.ours.peak ?? 0).toFixed(0)} MB`),
  ].join('\n');
}

/** Under which conditions the figures came about. `load`: of the machine when the benchmark began. */
export function conditions(measured: readonly Measured[], load: number): string {
  const rounds = measured.map(
    ({ megabytes, rounds: times }) => `${times} ${times === 1 ? 'round' : 'rounds'} at ${megabytes} MB`,
  );
  const machine = `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`;
  return `Medians of ${rounds.join(', ')}, this program and the usual tool in turn (our diff and orphans ${OFTEN} times in each). ${machine}; load ${load.toFixed(1)} at the start.`;
}

/** Ten times the tables should cost about ten times as much. */
export function shapeLines(measure: (tables: number, columns: number) => Cost): string[] {
  const few = measure(1000, 5);
  const many = measure(10_000, 5);
  const wide = measure(1, 1998);
  const times = (many.cpu / few.cpu).toFixed(1);
  return [
    `A whole run over 1,000 tables: ${seconds(few.cpu)} s; over 10,000 tables: ${seconds(many.cpu)} s, ${times} times as much.`,
    `A whole run over one table of 1,999 columns, to which the migration adds one: ${seconds(wide.cpu)} s.`,
  ];
}

/** The document with the text between its two marks replaced. */
export function writeInto(document: string, text: string, mark = 'figures'): string {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const before = document.slice(0, document.indexOf(start) + start.length);
  return `${before}\n\n${text}\n\n${document.slice(document.indexOf(end))}`;
}
