/** Who tries, in the order of the table. */
export const WHO = ['a careful script', 'sqldiff --summary', 'this program'] as const;
export type Who = (typeof WHO)[number];

/** What each of them raised, of how many. `undefined`: not tried. */
export interface Score {
  of: number;
  raised: Record<Who, number | undefined>;
}

export type Raised = Record<Who, boolean | undefined>;

export function scored(trials: readonly Raised[]): Score {
  const count = (who: Who) => {
    const answers = trials.map((raised) => raised[who]).filter((answer) => answer !== undefined);
    return answers.length < trials.length ? undefined : answers.filter(Boolean).length;
  };
  const raised = Object.fromEntries(WHO.map((who) => [who, count(who)])) as Score['raised'];
  return { of: trials.length, raised };
}

/** `3 / 5`, or that nobody tried. */
export function words({ of, raised }: Score, who: Who): string {
  const number = raised[who];
  return number === undefined ? 'not installed, skipped' : `${number} / ${of}`;
}

export interface Totals {
  unsafe: Score;
  safe: Score;
  faults: Score;
  harmless: Score;
}

export function totalTable({ unsafe, safe, faults, harmless }: Totals): string {
  const columns = [unsafe, faults, safe, harmless];
  return [
    '| | disasters seen | planted faults seen | false alarms on safe twins | false alarms on harmless migrations |',
    '|---|---|---|---|---|',
    ...WHO.map((who) => {
      const name = who === 'sqldiff --summary' ? '`sqldiff --summary`' : who;
      return `| ${[name, ...columns.map((score) => words(score, who))].join(' | ')} |`;
    }),
  ].join('\n');
}
