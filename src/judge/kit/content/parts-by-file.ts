import type { ContentCause } from '../../../facts/changes.ts';
import type { DatabaseFacts } from '../../../facts/database.ts';
import type { StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';

/** What the statements of one file had a part in. */
export interface Part {
  /** Columns, each with its values; of whole rows one without a name. */
  counts: Map<string | undefined, number>;
  /** In order; empty where nothing is known of them. */
  statements: StatementFacts[];
}

/**
 * A difference of a table, divided by the files that brought it, so that what one file declares says nothing of another
 * one's work. `counts`: by column, or for whole rows without a name. One part where one file did all, or where a replay
 * did not find out.
 */
export function partsByFile(
  { changes, rehearsal }: DatabaseFacts,
  table: string,
  what: ContentCause['what'],
  counts: ReadonlyMap<string | undefined, number>,
): Part[] {
  const whole: Part = { counts: new Map(counts), statements: [] };
  const byFile = new Map<string, Part>();
  for (const [column, count] of counts) {
    const cause = changes?.causes?.find(
      (one): one is ContentCause =>
        'what' in one && one.table === table && one.column === column && one.what === what,
    );
    if (cause === undefined) return [whole];
    for (const share of cause.shares ?? [{ statement: cause.statement, count }]) {
      const statement = rehearsal.statements[share.statement];
      if (statement === undefined) return [whole];
      const part: Part = byFile.get(statement.file) ?? { counts: new Map(), statements: [] };
      part.counts.set(column, (part.counts.get(column) ?? 0) + share.count);
      if (!part.statements.includes(statement)) part.statements.push(statement);
      byFile.set(statement.file, part);
    }
  }
  return byFile.size > 1 ? [...byFile.values()] : [whole];
}
