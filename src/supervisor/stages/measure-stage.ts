import type { MeasureRequest } from '../../engine/measure/measure.ts';
import type { HealthFacts } from '../../facts/health.ts';

import type { FactsPart } from '../facts-part.ts';
import type { ComparisonPart } from './compare-stage.ts';
import type { DatabaseCopies } from './inspect-stage.ts';
import { runTask, type StageContext, type TaskEnd } from './stage-context.ts';

/** The health of one side; absent where it could not be measured. */
export type HealthPart<Side extends 'before' | 'after'> = FactsPart<{ [Key in Side]?: HealthFacts }>;

export async function measureBefore(
  context: StageContext,
  { before }: DatabaseCopies,
): Promise<HealthPart<'before'>> {
  const end = await measure(context, 'measure-before', before);
  if (end.result === undefined) return { facts: {}, incidents: end.incidents };
  return { facts: { before: end.result }, timings: { healthBefore: end.ms } };
}

/** Tables that the migration left alone are not checked again where they were sound in *before*. */
export async function measureAfter(
  context: StageContext,
  copies: DatabaseCopies,
  measuring: Promise<HealthPart<'before'>>,
  { untouched, facts: { changes } }: ComparisonPart,
): Promise<HealthPart<'after'>> {
  const { before } = (await measuring).facts;
  const earlier = before && {
    database: copies.before,
    health: { schema: before.schema, orphans: before.orphans },
    renames: changes?.renames ?? [],
  };
  const end = await measure(context, 'measure-after', copies.after, {
    untouched: isSound(before) ? untouched : [],
    ...(earlier && { earlier }),
  });
  if (end.result === undefined) return { facts: {}, incidents: end.incidents };
  return { facts: { after: end.result }, timings: { healthAfter: end.ms } };
}

function isSound(health: HealthFacts | undefined): boolean {
  return health?.integrity.result === 'ok' && !health.unchecked.some(({ check }) => check === 'integrity');
}

async function measure(
  context: StageContext,
  name: 'measure-before' | 'measure-after',
  database: string,
  known: Pick<MeasureRequest, 'untouched' | 'earlier'> = {},
): Promise<TaskEnd<'measure'>> {
  const { checks, samples } = context.request;
  return await runTask(context, [name, 'measure'], { database, checks, samples, ...known });
}
