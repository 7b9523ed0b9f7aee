import type { ContentCause, TableChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import { counted, whole } from '../../text/numbers.ts';
import type { RawFinding } from '../rule.ts';
import { type Part, partsByFile } from './content/parts-by-file.ts';
import { withCascade } from './places/cascade.ts';
import { placeOfContent } from './places/causes.ts';
import { selectDiffering, withQuery } from './selects.ts';
import { placeOf, samplesOf, tableChanges, writingStatements } from './view.ts';

type Kind = 'nulled' | 'retyped' | 'changed' | 'jsonBroken' | 'jsonStringified';

/** JSON that is no longer what it was is among the changed values, and so are its samples. */
const CHANGED: ReadonlySet<Kind> = new Set(['jsonBroken', 'jsonStringified']);

/**
 * One finding for each table in which values differ in this way, naming every column concerned; where several files did
 * it, one for each of them.
 */
export function valueFindings(
  facts: DatabaseFacts,
  kind: Kind,
  describe: (values: string) => string,
  isConcerned: (table: string, column: string) => boolean = () => true,
): RawFinding[] {
  const what = CHANGED.has(kind) ? 'changed' : (kind as ContentCause['what']);
  return tableChanges(facts).flatMap((change) => {
    const counts = new Map(
      change.columns.flatMap((column) => {
        const count = isConcerned(change.table, column.column) ? (column[kind] ?? 0) : 0;
        return count > 0 ? [[column.column, count] as const] : [];
      }),
    );
    if (counts.size === 0) return [];
    const parts = what === kind ? partsByFile(facts, change.table, what, counts) : [];
    if (parts.length < 2) return [wholeFinding(facts, change, { kind, what, counts, describe })];
    return parts.map((part) => partFinding(facts, change, part, { kind, describe }));
  });
}

interface Described {
  kind: Kind;
  describe(values: string): string;
}

function wholeFinding(
  facts: DatabaseFacts,
  change: TableChange,
  { kind, what, counts, describe }: Described & Counted,
): RawFinding {
  const { table, samples } = change;
  const isMeant = (cause: ContentCause) => cause.what === what;
  const finding = {
    ...described(change, counts, { kind, describe }),
    ...(kind === what && samplesOf(samples?.[kind as keyof typeof samples])),
    ...withQuery(selectDiffering(facts, change, kind, [...counts.keys()])),
    ...placeOfContent(facts, table, isMeant, writingStatements(facts, table, ['update', 'upsert'])),
  };
  return withCascade(facts, finding, isMeant);
}

interface Counted {
  what: ContentCause['what'];
  counts: ReadonlyMap<string, number>;
}

/** What one of several files did; the samples and the query are of all of them. */
function partFinding(facts: DatabaseFacts, change: TableChange, part: Part, as: Described): RawFinding {
  const counts = new Map(
    [...part.counts].flatMap(([column, count]) => (column === undefined ? [] : [[column, count]])),
  );
  return {
    ...described(change, counts, as),
    ...withQuery(selectDiffering(facts, change, as.kind, [...counts.keys()])),
    ...placeOf(facts, part.statements.slice(0, 1)),
  };
}

function described({ table }: TableChange, counts: ReadonlyMap<string, number>, { describe }: Described) {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const detail = [...counts].map(([column, count]) => `${column} (${whole(count)})`);
  return {
    message: `${table}: ${describe(counted(total, 'value'))}: ${detail.join(', ')}.`,
    table,
    columns: [...counts.keys()],
    count: total,
  };
}
