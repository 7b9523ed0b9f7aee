import { type DatabaseFacts, isHealthCheck } from '../../facts/database.ts';
import type { HealthFacts } from '../../facts/health.ts';
import type { Scenarios } from '../../facts/rehearsal/scenarios.ts';
import { counted, whole } from '../../text/numbers.ts';
import { objectCounts, valuesOf, WAYS, wasMeasured } from './reading.ts';
import { duration, total } from './units.ts';

/** How one question that every reader asks was answered. */
export interface Result {
  title: string;
  /** `unknown`: it was not asked. */
  state: 'good' | 'attention' | 'bad' | 'unknown';
  text: string;
}

/** The results at a glance, in the order of the questions; a health check asks two of them. */
export function resultsOf(facts: DatabaseFacts): Result[] {
  const { before, after, rehearsal, scenarios } = facts;
  if (before === undefined) return [];
  if (isHealthCheck(facts)) return [integrity(before), orphans(before, undefined)];
  const compared = rehearsal.outcome === 'done' ? after : undefined;
  return [
    data(facts),
    schema(facts),
    orphans(compared ?? before, compared && before),
    rerun(scenarios?.rerun),
    crash(scenarios?.crash),
    rollback(scenarios?.rollback),
  ];
}

function integrity({ integrity: { result } }: HealthFacts): Result {
  const state = ({ ok: 'good', damaged: 'bad', unknown: 'unknown' } as const)[result];
  return { title: 'Integrity', state, text: result };
}

function data(facts: DatabaseFacts): Result {
  const { changes, rehearsal } = facts;
  if (changes === undefined || rehearsal.outcome !== 'done') return unknown('Data', 'not compared');
  const removed = total(changes.tables, (table) => table.removed);
  const added = total(changes.tables, (table) => table.added);
  const values = total(WAYS, (way) => valuesOf(facts, way));
  const parts = [
    ...(removed > 0 ? [`−${counted(removed, 'row')}`] : []),
    ...(added > 0 ? [`+${counted(added, 'row')}`] : []),
    ...(values > 0 ? [counted(values, 'value')] : []),
  ];
  const state = changes.unchecked.length > 0 ? 'attention' : removed > 0 ? 'attention' : 'good';
  return { title: 'Data', state, text: parts.length === 0 ? 'unchanged' : parts.join(', ') };
}

function schema({ changes, rehearsal }: DatabaseFacts): Result {
  if (changes === undefined || rehearsal.outcome !== 'done') return unknown('Schema', 'not compared');
  const gone = changes.objects.some(({ change }) => change === 'removed');
  const text = objectCounts(changes.objects).join(', ');
  return { title: 'Schema', state: gone ? 'attention' : 'good', text: text === '' ? 'unchanged' : text };
}

function orphans(now: HealthFacts, earlier: HealthFacts | undefined): Result {
  const count = (side: HealthFacts) => total(side.orphans, ({ rows }) => rows);
  const text = earlier === undefined ? whole(count(now)) : `${whole(count(earlier))} → ${whole(count(now))}`;
  const state = count(now) > 0 ? 'bad' : wasMeasured(now, 'orphans') ? 'good' : 'attention';
  return { title: 'Orphans', state, text };
}

const RERUNS = {
  'nothing-pending': ['good', 'nothing pending'],
  same: ['good', 'changes nothing'],
  differs: ['attention', 'changes more'],
  fails: ['attention', 'fails'],
  refused: ['good', 'refused'],
} as const;

function rerun(facts: Scenarios['rerun']): Result {
  if (facts === undefined) return unknown('Second run');
  const [state, text] = RERUNS[facts.outcome];
  return { title: 'Second run', state, text };
}

function crash(facts: Scenarios['crash']): Result {
  if (facts === undefined) return unknown('Crash');
  const of = (outcome: string) => facts.points.filter((point) => point.outcome === outcome).length;
  if (of('unsafe') > 0) return { title: 'Crash', state: 'bad', text: `${of('unsafe')} points lose data` };
  if (of('sticks') > 0) return { title: 'Crash', state: 'attention', text: `${of('sticks')} points stick` };
  const text = facts.boundaries === 0 ? 'atomic' : `${counted(facts.points.length, 'point')} safe`;
  return { title: 'Crash', state: 'good', text };
}

function rollback(facts: Scenarios['rollback']): Result {
  if (facts === undefined) return unknown('Rollback');
  const { identical, ms } = facts.backup;
  return {
    title: 'Rollback',
    state: identical ? 'good' : 'bad',
    text: identical ? duration(ms) : 'not identical',
  };
}

function unknown(title: string, text = 'not rehearsed'): Result {
  return { title, state: 'unknown', text };
}
