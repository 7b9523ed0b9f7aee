import type { Plan, PlanStep, RefusalStep, StatementStep } from '../../facts/plan.ts';
import type { RehearsalFailure, StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import type { Samples } from '../../facts/samples.ts';
import type { StatementTarget } from '../../facts/statement.ts';
import { markRolledBack, untouchedStatements } from '../../plan/statement-facts.ts';
import type { Connection } from '../sqlite/connection.ts';
import { MachineFault, machineFault, type SqliteFailure, sqliteFailure } from '../sqlite/errors.ts';
import { publicMessage } from '../sqlite/message.ts';
import { confine } from './confine.ts';
import type { RehearsalProgress } from './progress.ts';
import { Transactions } from './transactions.ts';

const DATA_VERBS = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'WITH']);
const TRANSACTION_VERBS = new Set(['BEGIN', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT', 'RELEASE']);

export interface RunOptions {
  /** Called before and after each statement. */
  tell?(progress: RehearsalProgress): void;
  samples?: Samples;
}

/**
 * One pass over a plan, statement by statement, up to its end or the first error. fsync off and a small cache are the
 * fastest settings that change no result.
 */
export class PlanRun {
  readonly statements: StatementFacts[];
  readonly transactions = new Transactions();
  failure: RehearsalFailure | undefined;
  /** What SQLite said of a statement, or of a COMMIT, that failed. */
  stopped: { failure: SqliteFailure; sql: string; names: readonly StatementTarget[] } | undefined;
  /** Steps of the plan before which something was committed and no transaction is open. */
  readonly boundaries: number[] = [];
  readonly #connection: Connection;
  readonly #plan: Plan;
  readonly #tell: (progress: RehearsalProgress) => void;
  readonly #samples: Samples;
  /** Index of the next statement. */
  #at = 0;

  constructor(connection: Connection, plan: Plan, { tell = () => {}, samples = 'none' }: RunOptions = {}) {
    this.#samples = samples;
    this.#connection = connection;
    this.#plan = plan;
    this.#tell = tell;
    this.statements = untouchedStatements(plan);
    connection.exec('PRAGMA synchronous=OFF; PRAGMA cache_size=-2000');
  }

  /** Yields the index of each statement once it has run, so that the caller can look at the database in between. */
  *eachStatement(): Generator<number> {
    for (const [index, step] of this.#plan.steps.entries()) {
      const at = this.#at;
      const wasOpen = this.#connection.inTransaction;
      this.failure = step.do === 'exec' ? this.#statement(step) : this.#own(step);
      if (step.do === 'exec') yield at;
      if (this.failure !== undefined) return;
      if (this.#hasCommitted(step, at, wasOpen)) this.boundaries.push(index + 1);
    }
  }

  #hasCommitted(step: PlanStep, at: number, wasOpen: boolean): boolean {
    if (this.#connection.inTransaction || step.do === 'pragma') return false;
    return step.do !== 'exec' || wasOpen || this.statements[at]?.writes === true;
  }

  #statement(step: StatementStep): RehearsalFailure | undefined {
    const at = this.#at;
    const facts = this.statements[at];
    if (facts === undefined) throw new RangeError('the plan has no such statement');
    this.#tell({ started: at });
    const openBefore = this.#connection.inTransaction;
    const start = performance.now();
    const failure = this.#execute(step, facts);
    facts.ms = performance.now() - start;
    facts.status = failure === undefined ? 'done' : 'failed';
    const keyword = firstWord(step.sql);
    const openAfter = this.#connection.inTransaction;
    const undone = this.transactions.book({ at, facts, sql: step.sql, keyword, openBefore, openAfter });
    markRolledBack(this.statements, undone);
    const { commits, openSince } = this.transactions;
    this.#tell({ at, facts, commits, ...(openSince !== undefined && { openSince }) });
    this.#at += 1;
    return failure && { ...failure, statement: at, file: step.file, line: step.line, during: 'statement' };
  }

  #execute(step: StatementStep, facts: StatementFacts): SqliteFailure | undefined {
    const refusal = confine(this.#connection, step.sql);
    if (refusal !== undefined) return { code: 'SQLITE_AUTH', message: refusal };
    let compiling = true;
    try {
      const keyword = firstWord(step.sql);
      const { limits } = this.#plan.profile;
      if (limits !== undefined) this.#connection.limited(limits, () => this.#connection.compile(step.sql));
      facts.writes = !this.#connection.isReadOnly(step.sql) && !TRANSACTION_VERBS.has(keyword);
      compiling = false;
      const before = this.#totalChanges();
      this.#connection.limited(limits, () => this.#connection.exec(step.sql));
      // Where this statement touched nothing, changes() still has the number of the last one that did.
      if (DATA_VERBS.has(keyword)) {
        const touched = this.#totalChanges() !== before;
        facts.rows = touched ? this.#connection.number('SELECT changes()') : 0;
        facts.writes &&= touched;
      }
      return undefined;
    } catch (error) {
      return this.#failure(error, compiling, step);
    }
  }

  /** What the profile or the tool does by itself. */
  #own(step: Exclude<PlanStep, StatementStep>): RehearsalFailure | undefined {
    if (step.do === 'refuse') return refusalOf(step);
    const sql = 'sql' in step ? step.sql : step.do.toUpperCase();
    try {
      this.#connection.exec(sql);
      if (step.do === 'begin') this.transactions.opened(this.#at);
      if (step.do === 'commit') this.transactions.closed();
      return undefined;
    } catch (error) {
      const failure = this.#failure(error, false, { sql, names: [] });
      return { ...failure, file: step.do === 'pragma' ? '' : step.file, during: step.do };
    }
  }

  #failure(
    error: unknown,
    compiling: boolean,
    { sql, names }: Pick<StatementStep, 'sql' | 'names'>,
  ): SqliteFailure {
    const failure = sqliteFailure(error);
    if (failure === undefined) throw error;
    const fault = machineFault(failure.code);
    if (fault !== undefined) throw new MachineFault(fault, failure.code);
    this.stopped = { failure, sql, names };
    const texts = [...this.#schemaTexts(), sql];
    return {
      code: failure.code,
      message: publicMessage(failure, { compiling, texts, samples: this.#samples }),
    };
  }

  #schemaTexts(): string[] {
    try {
      return this.#connection.rows('SELECT sql FROM sqlite_schema').map(([text]) => String(text));
    } catch {
      // On a damaged file even this can fail. That must not hide the failure that is being reported.
      return [];
    }
  }

  #totalChanges(): number {
    return this.#connection.number('SELECT total_changes()');
  }
}

function refusalOf({ problem }: RefusalStep): RehearsalFailure {
  const { sentence, file = '', line } = problem;
  return {
    code: '',
    message: sentence,
    file,
    ...(line !== undefined && { line }),
    during: 'refusal',
    problem,
  };
}

function firstWord(sql: string): string {
  return /^[A-Za-z]+/.exec(sql)?.[0].toUpperCase() ?? '';
}
