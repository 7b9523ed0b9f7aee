import type { CrashPoint } from '../../facts/rehearsal/scenarios.ts';
import { spelledOut } from '../kit/scenario-words.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'crash-unsafe',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'After a crash, running it again does harm',
  why: 'Processes are killed while they migrate, and the next start runs the migration again on what is left.',
  remedy:
    'Put the statements into one transaction, so that a crash takes all of them back; never drop a table that may be the only copy, and let an UPDATE pass over rows that have their new value.',
  check({ scenarios, plan }): RawFinding[] {
    const severity = plan?.basis === 'assumed' ? ('warning' as const) : ('error' as const);
    const points = scenarios?.crash?.points.filter(({ outcome }) => outcome === 'unsafe') ?? [];
    return [...Map.groupBy(points, subjectOf)].flatMap(([table, own]) => findings(table, own, severity));
  },
};

/** One for each table that is harmed first, at the first stop that harms it. */
function findings(table: string, points: readonly CrashPoint[], severity: 'warning' | 'error'): RawFinding[] {
  const [first] = points;
  if (first === undefined) return [];
  const { title, stop, differences, file, line } = first;
  const more = points.length === 1 ? '' : ` The same at ${points.length - 1} more.`;
  const end = stop === undefined ? 'ends, and leaves' : `fails (${stop.message}), and leaves`;
  return [
    {
      severity,
      message: `A stop after "${title}": the next run ${end} ${spelledOut(differences ?? { tables: [], objects: [] })}.${more}`,
      ...(table !== '' && { table }),
      count: points.length,
      location: { file, line },
    },
  ];
}

function subjectOf({ differences }: CrashPoint): string {
  const gone = differences?.objects.find(({ kind, change }) => kind === 'table' && change === 'removed');
  return differences?.tables[0]?.table ?? gone?.name ?? '';
}
