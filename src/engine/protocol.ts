import type { Incident } from '../facts/database.ts';
import type { HealthFacts } from '../facts/health.ts';
import type { History } from '../facts/history.ts';
import type { RehearsalFacts } from '../facts/rehearsal/rehearsal.ts';
import type { Answer, AskRequest } from './ask/ask-view.ts';
import type { CompareResult } from './compare/compare.ts';
import type { CompareRequest } from './compare/comparison-context.ts';
import type { LocateRequest, LocateResult } from './locate/locate.ts';
import type { MeasureRequest } from './measure/measure.ts';
import type { RehearseRequest } from './rehearse/rehearse-plan.ts';
import type { FinalizeRequest, FinalizeResult } from './snapshot/finalize.ts';
import type { InspectRequest, InspectResult } from './snapshot/inspect.ts';
import type { RestoreRequest, RestoreResult } from './snapshot/restore-backup.ts';

/** What an engine process can be asked to do: task name to request and result. */
export interface Tasks {
  inspect: { request: InspectRequest; result: InspectResult };
  measure: { request: MeasureRequest; result: HealthFacts };
  rehearse: { request: RehearseRequest; result: RehearsalFacts };
  compare: { request: CompareRequest; result: CompareResult };
  ask: { request: AskRequest; result: Answer };
  locate: { request: LocateRequest; result: LocateResult };
  /** `table`: a tracking table by the user's word. */
  tracking: { request: { database: string; table?: string }; result: History };
  restore: { request: RestoreRequest; result: RestoreResult };
  finalize: { request: FinalizeRequest; result: FinalizeResult };
}

export type EngineTask = keyof Tasks;

export type Handlers = {
  [Task in EngineTask]: (
    request: Tasks[Task]['request'],
  ) => Tasks[Task]['result'] | Promise<Tasks[Task]['result']>;
};

/** Parent to child. */
export interface TaskMessage<Task extends EngineTask = EngineTask> {
  task: Task;
  request: Tasks[Task]['request'];
  /** Counted by the parent. */
  number: number;
}

/** Child to parent: `ready` once; then for each task one `result` or `fault`. Progress has a pipe of its own. */
export type EngineMessage =
  | { say: 'ready' }
  | { say: 'result'; result: unknown; ms: number }
  | { say: 'fault'; kind: Incident['kind']; detail: string };
