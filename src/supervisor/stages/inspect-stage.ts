import type { InspectResult } from '../../engine/snapshot/inspect.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import { unfinishedStates } from '../../plan/unfinished.ts';
import type { FactsPart } from '../facts-part.ts';
import { runTask, type StageContext } from './stage-context.ts';

/** The two copies of a snapshot that can be used, with what the engine found in them. */
export type DatabaseCopies = Extract<InspectResult, { snapshot: unknown }>;

export interface InspectPart
  extends FactsPart<Partial<Pick<DatabaseFacts, 'snapshot' | 'unusable' | 'unfinished'>>> {
  /** Absent where the snapshot cannot be used. */
  copies?: DatabaseCopies;
}

/** Copies the snapshot twice and looks at what it is. */
export async function inspect(context: StageContext): Promise<InspectPart> {
  const { snapshot, name, folder, assignment } = context.request;
  const { table: historyTable } = assignment?.layout ?? {};
  const request = { snapshot, name, folder, ...(historyTable !== undefined && { historyTable }) };
  const end = await runTask(context, ['inspect', 'inspect'], request);
  if (end.result === undefined) return { facts: {}, incidents: end.incidents };
  const timings = { copy: end.ms };
  if ('unusable' in end.result) return { facts: { unusable: end.result.unusable }, timings };
  const { snapshot: found, history } = end.result;
  const unfinished = unfinishedStates(history);
  const facts = { snapshot: found, ...(unfinished.length > 0 && { unfinished }) };
  return { facts, timings, copies: end.result };
}
