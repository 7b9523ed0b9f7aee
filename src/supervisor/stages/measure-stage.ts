import type { HealthFacts } from '../../facts/health.ts';
import type { FactsPart } from '../facts-part.ts';
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

/** `untouched`: tables that the migration left alone. Those that were sound in *before* are not checked again. */
export async function measureAfter(
  context: StageContext,
  { after }: DatabaseCopies,
  measuring: Promise<HealthPart<'before'>>,
  untouched: readonly string[],
): Promise<HealthPart<'after'>> {
  const { before } = (await measuring).facts;
  const end = await measure(context, 'measure-after', after, isSound(before) ? untouched : []);
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
  untouched: readonly string[] = [],
): Promise<TaskEnd<'measure'>> {
  const { checks, samples } = context.request;
  return await runTask(context, [name, 'measure'], { database, checks, samples, untouched });
}
