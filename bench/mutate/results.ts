import { basename } from 'node:path';
import type { Mutant } from './mutants.ts';

export interface Result {
  mutant: Mutant;
  /** `timeout`: noticed too, because the tests did not come to their end. `equivalent`: not tried. */
  fate: 'killed' | 'timeout' | 'survived' | 'equivalent';
  /** The test that noticed; of an equivalent one, the reason. */
  by: string;
  ms: number;
}

/** The share of mutants, without the equivalent ones, that tests have to notice. */
export const GOAL = 0.9;

export function score(results: readonly Result[]): number {
  const tried = results.filter(({ fate }) => fate !== 'equivalent');
  const survived = tried.filter(({ fate }) => fate === 'survived');
  return tried.length === 0 ? 1 : (tried.length - survived.length) / tried.length;
}

/** A Markdown table by file, and the sum. */
export function tableOf(results: readonly Result[]): string {
  const fates = ['killed', 'timeout', 'survived', 'equivalent'] as const;
  const row = (name: string, some: readonly Result[]) => {
    const counts = fates.map((fate) => some.filter((result) => result.fate === fate).length);
    return `| ${[name, ...counts, `${(score(some) * 100).toFixed(1)} %`].join(' | ')} |`;
  };
  const files = Map.groupBy(results, ({ mutant }) => basename(mutant.file));
  return [
    `| file | ${fates.join(' | ')} | noticed |`,
    '|---|---|---|---|---|---|',
    ...[...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, some]) => row(file, some)),
    row('all', results),
  ].join('\n');
}
