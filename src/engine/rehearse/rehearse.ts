import type { Plan, PlanStep, StatementStep } from '../../facts/plan.ts';
import type { RehearsalFacts, RehearsalFailure, StepFacts } from '../../facts/rehearsal.ts';
import type { Samples } from '../../facts/samples.ts';
import { markRolledBack, untouchedSteps } from '../../plan/step-facts.ts';
import { type Connection, sqliteVersion, withConnection } from '../sqlite/connection.ts';
import { machineFault, type SqliteFailure, sqliteFailure } from '../sqlite/errors.ts';
import { publicMessage } from '../sqlite/message.ts';
import { confine } from './confine.ts';
import type { RehearsalProgress } from './progress.ts';
import { Transactions } from './transactions.ts';

const DATA_VERBS = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'WITH']);
const TRANSACTION_VERBS = new Set(['BEGIN', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT', 'RELEASE']);

/** The machine failed during the rehearsal: nothing is known about the migration. */
export class MachineFault extends Error {
  readonly kind: 'disk-full' | 'out-of-memory' | 'error';

  constructor(kind: 'disk-full' | 'out-of-memory' | 'error', code: string) {
    super(code);
    this.kind = kind;
  }
}

/**
 * Executes the plan on the copy at `path`, on one connection, and stops at the first error. A transaction that is open
 * at the end is lost, as it is when production's connection closes. fsync off and a small cache are the fastest
 * settings that change no result; so the times are lower bounds. `tell` hears of each statement before and after.
 */
export function rehearse(
  path: string,
  plan: Plan,
  tell: (progress: RehearsalProgress) => void,
  samples: Samples = 'none',
): RehearsalFacts {
  return withConnection(path, 'write', (connection) => {
    connection.exec('PRAGMA synchronous=OFF; PRAGMA cache_size=-2000');
    const run = new Run(connection, plan, tell, samples);
    const failure = run.all();
    const leftOpen = failure === undefined && connection.inTransaction;
    markRolledBack(run.steps, run.transactions.openSince);
    return {
      outcome: failure === undefined ? 'done' : 'failed',
      commits: run.transactions.commits,
      leftOpen,
      sqlite: sqliteVersion(),
      steps: run.steps,
      ...(failure !== undefined && { failure }),
    };
  });
}

/** One pass over a plan. */
class Run {
  readonly steps: StepFacts[];
  readonly transactions = new Transactions();
  readonly #connection: Connection;
  readonly #plan: Plan;
  readonly #tell: (progress: RehearsalProgress) => void;
  readonly #samples: Samples;
  /** Index of the next statement. */
  #at = 0;

  constructor(
    connection: Connection,
    plan: Plan,
    tell: (progress: RehearsalProgress) => void,
    samples: Samples,
  ) {
    this.#samples = samples;
    this.#connection = connection;
    this.#plan = plan;
    this.#tell = tell;
    this.steps = untouchedSteps(plan);
  }

  all(): RehearsalFailure | undefined {
    for (const step of this.#plan.steps) {
      const failure = step.do === 'exec' ? this.#statement(step) : this.#own(step);
      if (failure !== undefined) return failure;
    }
    return undefined;
  }

  #statement(step: StatementStep): RehearsalFailure | undefined {
    const at = this.#at;
    const facts = this.steps[at] as StepFacts;
    this.#tell({ started: at });
    const openBefore = this.#connection.inTransaction;
    const start = performance.now();
    const failure = this.#execute(step, facts);
    facts.ms = performance.now() - start;
    facts.status = failure === undefined ? 'done' : 'failed';
    const keyword = firstWord(step.sql);
    const openAfter = this.#connection.inTransaction;
    const undone = this.transactions.book({ at, facts, keyword, openBefore, openAfter });
    markRolledBack(this.steps, undone);
    const { commits, openSince } = this.transactions;
    this.#tell({ at, facts, commits, ...(openSince !== undefined && { openSince }) });
    this.#at += 1;
    return failure && { ...failure, step: at, file: step.file, line: step.line, during: 'statement' };
  }

  #execute(step: StatementStep, facts: StepFacts): SqliteFailure | undefined {
    const refusal = confine(step.sql);
    if (refusal !== undefined) return { code: 'SQLITE_AUTH', message: refusal };
    let compiling = true;
    try {
      const keyword = firstWord(step.sql);
      facts.writes = !this.#connection.isReadOnly(step.sql) && !TRANSACTION_VERBS.has(keyword);
      compiling = false;
      const before = this.#totalChanges();
      this.#connection.exec(step.sql);
      // changes() keeps the number of an earlier statement where this one touched nothing.
      if (DATA_VERBS.has(keyword)) {
        const touched = this.#totalChanges() !== before;
        facts.rows = touched ? this.#connection.number('SELECT changes()') : 0;
        facts.writes &&= touched;
      }
      return undefined;
    } catch (error) {
      return this.#failure(error, compiling, step.sql);
    }
  }

  /** The profile's own BEGIN, COMMIT or PRAGMA. */
  #own(step: Exclude<PlanStep, StatementStep>): RehearsalFailure | undefined {
    const sql = { pragma: step.do === 'pragma' ? step.sql : '', begin: 'BEGIN', commit: 'COMMIT' }[step.do];
    try {
      this.#connection.exec(sql);
      if (step.do === 'begin') this.transactions.opened(this.#at);
      if (step.do === 'commit') this.transactions.closed();
      return undefined;
    } catch (error) {
      const failure = this.#failure(error, false, sql);
      return { ...failure, file: step.do === 'pragma' ? '' : step.file, during: step.do };
    }
  }

  #failure(error: unknown, compiling: boolean, sql: string): SqliteFailure {
    const failure = sqliteFailure(error);
    if (failure === undefined) throw error;
    const fault = machineFault(failure.code);
    if (fault !== undefined) throw new MachineFault(fault, failure.code);
    const texts = [...this.#schemaTexts(), sql];
    return { code: failure.code, message: publicMessage(failure, compiling, texts, this.#samples) };
  }

  #schemaTexts(): string[] {
    try {
      return this.#connection.rows('SELECT sql FROM sqlite_schema').map(([text]) => String(text));
    } catch {
      // On a damaged file even this can fail, and it must not hide the failure that is being told.
      return [];
    }
  }

  #totalChanges(): number {
    return this.#connection.number('SELECT total_changes()');
  }
}

function firstWord(sql: string): string {
  return /^[A-Za-z]+/.exec(sql)?.[0].toUpperCase() ?? '';
}
