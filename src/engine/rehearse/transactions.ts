import type { StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import { foldName } from '../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../sql/tokens.ts';

/** What is known of one statement and the transaction around it. */
export interface Around {
  /** Index of the statement among all statements of the plan. */
  at: number;
  facts: StatementFacts;
  sql: string;
  /** Its first keyword, in upper case. */
  keyword: string;
  openBefore: boolean;
  openAfter: boolean;
}

/**
 * Finds out which statements are committed, by whether a transaction is open before and after each of them. SQL files may open and close transactions as they like, and some errors close one (sqlite.org/lang_transaction.html).
 */
export class Transactions {
  /** Committed transactions in which something wrote. */
  commits = 0;
  /** First statement of the transaction that is open now. */
  openSince: number | undefined;
  #wrote = false;
  #number = 0;
  /** Savepoints of the open transaction, by folded name. */
  #savepoints: { name: string; at: number }[] = [];

  /** The profile opened a transaction; `at` is the statement that comes next. */
  opened(at: number): void {
    this.#number += 1;
    this.#open(at);
  }

  #open(at: number): void {
    this.openSince = at;
    this.#wrote = false;
  }

  closed(): void {
    if (this.#wrote) this.commits += 1;
    this.openSince = undefined;
    this.#wrote = false;
  }

  /** Takes note of one statement. Returns the first statement that was just rolled back, if any. */
  book({ at, facts, sql, keyword, openBefore, openAfter }: Around): number | undefined {
    if (!openBefore) this.#number += 1;
    facts.transaction = this.#number;
    if (!openBefore && openAfter) this.#open(at);
    if (facts.status === 'done' && facts.writes === true) this.#wrote = true;
    if (openAfter) return facts.status === 'done' ? this.#bookSavepoint(at, sql, keyword) : undefined;
    this.#savepoints = [];
    const since = this.openSince;
    if (facts.status === 'done' && keyword !== 'ROLLBACK') this.closed();
    else this.#forget();
    return openBefore && (facts.status === 'failed' || keyword === 'ROLLBACK') ? since : undefined;
  }

  /** ROLLBACK TO undoes what came after the savepoint, and keeps the savepoint (sqlite.org/lang_savepoint.html). */
  #bookSavepoint(at: number, sql: string, keyword: string): number | undefined {
    if (!['SAVEPOINT', 'RELEASE', 'ROLLBACK'].includes(keyword)) return undefined;
    const last = meaningfulTokens(sql).findLast(({ kind }) => kind !== 'punctuation');
    const name = last === undefined ? '' : foldName(nameOf(sql, last));
    if (keyword === 'SAVEPOINT') {
      this.#savepoints.push({ name, at });
      return undefined;
    }
    const known = this.#savepoints.findLastIndex((savepoint) => savepoint.name === name);
    const since = this.#savepoints[known]?.at;
    this.#savepoints.length = keyword === 'RELEASE' ? Math.max(0, known) : known + 1;
    return keyword === 'ROLLBACK' && since !== undefined ? since + 1 : undefined;
  }

  #forget(): void {
    this.openSince = undefined;
    this.#wrote = false;
  }
}
