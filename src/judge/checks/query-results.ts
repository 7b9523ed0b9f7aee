import type { DatabaseFacts } from '../../facts/database.ts';
import type { QueryFailure, QueryResult } from '../../facts/health.ts';
import { counted } from '../../text/numbers.ts';
import { judgedSides } from '../kit/view.ts';
import type { Evaluated } from './expectations.ts';
import { wasMeasuredWhole } from './known-names.ts';

/**
 * Holds each of `checks.queries` against *after*, or in a health check against *before*: it must return no row. One
 * that could not be right on any side is a mistake of the settings and is left out here.
 */
export function evaluateQueries(facts: DatabaseFacts): Evaluated[] {
  if (!wasMeasuredWhole(facts)) return [];
  const queries = judgedSides(facts).now?.queries ?? [];
  return queries.filter((query) => wrongQuery(facts, query.id) === undefined).map(evaluated);
}

function evaluated({ id, sql, rows = 0, failure }: QueryResult): Evaluated {
  const found = failure === undefined ? counted(rows, 'row') : `it fails: ${failure.message}`;
  return {
    text: `no row from query ${id}`,
    met: failure === undefined && rows === 0,
    found,
    object: id,
    ...(failure === undefined && { count: rows }),
    query: sql,
  };
}

/** What is wrong with a query, whatever the migration did: it is no SELECT, or compiles neither before nor after. */
export function wrongQuery(facts: DatabaseFacts, id: string): QueryFailure | undefined {
  const sides = [facts.before, facts.after].flatMap(
    (side) => side?.queries.find((query) => query.id === id) ?? [],
  );
  const never = wasMeasuredWhole(facts) && sides.every(({ failure }) => failure?.while === 'compiling');
  const wrong = never ? sides.at(-1) : sides.find(({ failure }) => failure?.while === 'parsing');
  return wrong?.failure;
}
