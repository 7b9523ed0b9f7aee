import type { Unconverted } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import { quoteName, sameName } from '../../sql/quote.ts';
import { counted, whole } from '../../text/numbers.ts';
import { placeOfObject } from '../kit/places/causes.ts';
import { isBookkeeping, objectChanges, wasRehearsed, writingStatements } from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'values-unconverted',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'Values do not have the type that their column is declared with now',
  why: 'SQLite keeps what it cannot convert. Every text is greater than every number: comparisons, sums and joins that expect numbers find nothing, and drivers fail or read 0.',
  remedy:
    "Convert the values where they are copied, such as CAST(strftime('%s', at) AS INTEGER) or CASE done WHEN 'true' THEN 1 ELSE 0 END; or keep the declared type.",
  check(facts) {
    if (!wasRehearsed(facts)) return [];
    const found = (facts.changes?.unconverted ?? []).filter(({ table }) => !isBookkeeping(facts, table));
    return found.map((one) => findingOf(facts, one));
  },
};

function findingOf(facts: DatabaseFacts, one: Unconverted): RawFinding {
  const { table, column, from, to, texts, fractions, of } = one;
  const object = objectChanges(facts).find(
    ({ kind, name, table: owner = '', change }) =>
      kind === 'column' && change === 'changed' && sameName(name, column) && sameName(owner, table),
  );
  const former = from === undefined ? '' : ` now and was ${from || 'without a type'}`;
  const value = `t.${quoteName(column)}`;
  const conditions = [
    texts > 0 && `typeof(${value}) IN ('text', 'blob')`,
    fractions > 0 && `typeof(${value}) = 'real' AND ${value} <> CAST(${value} AS INTEGER)`,
  ].filter((condition) => condition !== false);
  const parts = [
    texts > 0 &&
      `${counted(texts, 'value')} of ${whole(of)} ${texts === 1 ? 'is a text or blob that does' : 'are texts or blobs that do'} not convert`,
    fractions > 0 &&
      `${counted(fractions, 'value')} of ${whole(of)} ${fractions === 1 ? 'has' : 'have'} a fraction`,
  ].filter((part) => part !== false);
  return {
    message: `${table}.${column} is declared ${to}${former}: ${parts.join(', ')}.`,
    table,
    columns: [column],
    count: texts + fractions,
    query: `SELECT t.* FROM main.${quoteName(table)} AS t WHERE ${conditions.join(' OR ')};`,
    ...placeOfObject(
      facts,
      object ?? { kind: 'column', name: column, table, change: 'changed' },
      from === undefined ? fillingStatements(facts, one) : writingStatements(facts, table, ['create']),
    ),
  };
}

/** Of a new column: what filled it; else the statement that added it, whose default did. */
function fillingStatements(facts: DatabaseFacts, { table, column }: Unconverted) {
  const filling = writingStatements(facts, table, ['insert', 'upsert', 'update']);
  if (filling.length > 0) return filling;
  return writingStatements(facts, table, ['add-column']).filter(({ names }) =>
    names.some((named) => named.verb === 'add-column' && sameName(named.name, column)),
  );
}
