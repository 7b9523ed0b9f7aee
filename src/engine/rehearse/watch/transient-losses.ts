import type { Plan } from '../../../facts/plan.ts';
import type { TransientLoss } from '../../../facts/rehearsal/rehearsal.ts';
import type { StatementTarget } from '../../../facts/statement.ts';
import { foldName, quoteName, sameName } from '../../../sql/quote.ts';
import type { Connection } from '../../sqlite/connection.ts';
import type { RehearsalProgress } from '../progress.ts';
import { type Erased, sideEffects } from '../side-effects.ts';
import { type CountedSubject, subjectAfter } from '../subject.ts';
import { orUnmeasured, type RelatedSchema } from './related-schema.ts';

interface Counted {
  subject: CountedSubject;
  rows: number;
}

/**
 * Finds what one statement of the plan made and a later one took from a table that it does not name: rows, by a foreign
 * key's ON DELETE CASCADE or by a trigger, and links, by SET NULL or SET DEFAULT. The comparison of the finished migration
 * cannot see them. Only tables that may be concerned are counted, before and after the statement, with SELECTs alone.
 */
export class LossWatch {
  readonly #connection: Connection;
  readonly #related: RelatedSchema;
  readonly #names: readonly StatementTarget[][];
  readonly #found: { subject: CountedSubject; rows: number; of: number; statement: number }[] = [];
  /** Folded names of the tables that may hold rows or values which the plan made. */
  readonly #made = new Set<string>();
  /** What the running statement may take rows or values from, with the counts before it. */
  #counts: Counted[] = [];

  constructor(connection: Connection, plan: Plan, related: RelatedSchema) {
    this.#connection = connection;
    this.#related = related;
    this.#names = plan.steps.flatMap((step) => (step.do === 'exec' ? [step.names] : []));
  }

  /** To be called before and after each statement. */
  hear(progress: RehearsalProgress): void {
    if ('started' in progress) this.#before(this.#names[progress.started] ?? []);
    else if (progress.facts.status === 'done') this.#after(progress.at);
  }

  /** What was lost by statements that stay, from tables that are still there. */
  found(stays: (statement: number) => boolean): TransientLoss[] {
    return this.#found.flatMap(({ subject, rows, of, statement }): TransientLoss[] => {
      if (!stays(statement)) return [];
      const later = this.#names.slice(statement + 1).filter((_, at) => stays(statement + 1 + at));
      const { table, column } = subjectAfter(subject, later.flat());
      const now = this.#count({ table, ...(column && { column }) });
      return now === undefined
        ? []
        : [{ table, ...(column && { column: column.name }), rows, of, now, statement }];
    });
  }

  #before(names: readonly StatementTarget[]): void {
    const schema = names.length === 0 ? undefined : this.#related.now();
    const { taken, given, erased } = sideEffects(names, schema);
    const subjects = [
      ...[...taken].map((table) => ({ table })),
      ...erased.flatMap((one) => this.#columnsOf(one)),
    ].filter(({ table }) => this.#made.has(table));
    this.#counts = subjects.flatMap((subject) => {
      const rows = this.#count(subject) ?? 0;
      return rows > 0 ? [{ subject, rows }] : [];
    });
    for (const table of given) this.#made.add(table);
  }

  #after(statement: number): void {
    const gone = new Map<string, number>();
    for (const { subject, rows: of } of this.#counts) {
      const { table, column } = subject;
      const fewer = of - (this.#count(subject) ?? of);
      if (column === undefined) gone.set(table, fewer);
      // Values that went with their rows are reported with the rows.
      const rows = column === undefined ? fewer : fewer - (gone.get(table) ?? 0);
      if (rows > 0)
        this.#found.push({ subject: { ...subject, table: this.#nameOf(table) }, rows, of, statement });
    }
    for (const named of this.#names[statement] ?? []) this.#follow(named);
  }

  #follow(named: StatementTarget): void {
    if (named.verb === 'add-column') this.#made.add(foldName(named.table));
    if (['insert', 'upsert', 'update'].includes(named.verb)) this.#made.add(foldName(named.name));
    if (named.verb === 'create' && named.kind === 'table') this.#made.add(foldName(named.name));
    if (named.verb === 'drop' && named.kind === 'table') this.#made.delete(foldName(named.name));
    if (named.verb === 'rename-table' && this.#made.delete(foldName(named.name)))
      this.#made.add(foldName(named.to));
  }

  #columnsOf({ table, columns, to }: Erased): CountedSubject[] {
    const known = this.#related.last?.tables.find(({ name }) => foldName(name) === table)?.columns ?? [];
    return columns.map((name) => {
      const preset = known.find((column) => sameName(column.name, name))?.default ?? 'NULL';
      return { table, column: { name, empty: to === 'null' ? 'NULL' : preset } };
    });
  }

  #count({ table, column }: CountedSubject): number | undefined {
    const filled = column === undefined ? '' : ` WHERE ${quoteName(column.name)} IS NOT (${column.empty})`;
    return orUnmeasured(() =>
      this.#connection.number(`SELECT count(*) FROM main.${quoteName(table)} NOT INDEXED${filled}`),
    );
  }

  #nameOf(folded: string): string {
    return this.#related.last?.tables.find(({ name }) => foldName(name) === folded)?.name ?? folded;
  }
}
