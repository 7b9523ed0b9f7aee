import type { Mistake } from '../../facts/database.ts';
import type { Location } from '../../facts/finding.ts';
import type { Checks, RequiredCheck } from '../../facts/settings.ts';
import { type Config, placeOf } from '../config/config.ts';
import type { RawSettings } from '../config/settings-schema.ts';
import { parseReference, referenceMistakes } from './config-references.ts';

/** The checks of the config, but for the application's SQL, which is read from its files. */
export function checksOf(
  { required, references = [], queries = [] }: NonNullable<RawSettings['checks']>,
  config: Config,
): Omit<Checks, 'statements'> {
  return {
    required: columnsOf(required, config, ['checks', 'required']),
    references: references.flatMap((text, at) => {
      const parsed = parseReference(text);
      const source = sourceOf(config, ['checks', 'references', at]);
      return Array.isArray(parsed) ? [] : [{ ...parsed, source }];
    }),
    queries: queries.map((query, at) => ({ ...query, source: sourceOf(config, ['checks', 'queries', at]) })),
  };
}

/** A map of tables to columns as a list, in the order of the file; `path` is where the map stands. */
export function columnsOf(
  tables: Readonly<Record<string, readonly string[]>> = {},
  config: Config,
  path: readonly PropertyKey[],
): RequiredCheck[] {
  return Object.entries(tables).flatMap(([table, columns]) =>
    columns.map((column, at) => ({ table, column, source: sourceOf(config, [...path, table, at]) })),
  );
}

/** Where the config declares what stands at `path`. */
export function sourceOf(config: Config, path: readonly PropertyKey[]): Location {
  const { file = '', line } = placeOf(config, path);
  return { file, ...(line !== undefined && { line }) };
}

/** What the schema cannot know. Looks at the file as it is, so that it is said together with everything else. */
export function* checkMistakes(config: Config): Generator<Mistake> {
  yield* referenceMistakes(config);
  yield* repeatedIds(config);
}

/** A finding names the query by its id. */
function* repeatedIds(config: Config): Generator<Mistake> {
  const { queries } = (config.values.checks ?? {}) as { queries?: unknown };
  if (!Array.isArray(queries)) return;
  const known = new Set<string>();
  for (const [at, query] of queries.entries()) {
    const { id } = Object(query) as { id?: unknown };
    if (typeof id !== 'string') continue;
    const key = `checks.queries.${at}.id`;
    const place = placeOf(config, ['checks', 'queries', at, 'id']);
    const message = `${key}: a query before it has the same id.`;
    if (known.has(id)) yield { key, message, remedy: 'Give it its own.', ...place };
    known.add(id);
  }
}
