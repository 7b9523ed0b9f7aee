import type { QueryFailure, QueryResult } from '../../../facts/health.ts';
import type { QueryCheck } from '../../../facts/settings.ts';
import { meaningfulTokens } from '../../../sql/tokens.ts';
import { splitStatements } from '../../../statements/split.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import { machineFault, sqliteFailure } from '../../sqlite/errors.ts';
import { publicMessage } from '../../sqlite/message.ts';
import type { MeasurementContext } from '../measurement-context.ts';

/**
 * How many rows each query of `checks.queries` returns on this side, or why it returns none. The rows themselves are
 * not kept. One that needs a function or collation that is missing here is noted in `unchecked`.
 */
export function measureQueries(context: MeasurementContext, queries: readonly QueryCheck[]): QueryResult[] {
  return queries.flatMap((query) => measureQuery(context, query));
}

function measureQuery({ connection, unchecked }: MeasurementContext, { id, sql }: QueryCheck): QueryResult[] {
  const [statement, ...more] = splitStatements(sql);
  const told = { id, sql: statement?.sql ?? sql };
  const failed = (failure: QueryFailure): QueryResult[] => [{ ...told, failure }];
  const refuse = (message: string) => failed({ while: 'parsing', message });
  if (statement === undefined || more.length > 0) return refuse('it must be one statement');
  // SQLite runs some pragmas while it compiles them: what is no SELECT is not even compiled.
  if (!/^(select|with)\b/i.test(told.sql)) return refuse('it must be a SELECT');
  if (meaningfulTokens(told.sql).some(({ kind }) => kind === 'variable'))
    return refuse('it must not have parameters');
  let compiling = true;
  try {
    const results = attemptRead(unchecked, { check: 'query', object: id }, () => {
      // WITH may also begin an UPDATE.
      if (!connection.isReadOnly(told.sql)) return refuse('it must be a SELECT');
      compiling = false;
      return [{ ...told, rows: connection.count(told.sql) }];
    });
    return results ?? [];
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined || machineFault(failure.code) !== undefined) throw error;
    const message = publicMessage(failure, { compiling, texts: [told.sql] });
    if (compiling && SYNTAX.test(message)) return refuse(message);
    return failed({ while: compiling ? 'compiling' : 'running', message });
  }
}

/** What SQLite says before it has looked at the schema (its parse.y and tokenize.c). */
const SYNTAX = /syntax error$|^incomplete input$|^unrecognized token: /;
