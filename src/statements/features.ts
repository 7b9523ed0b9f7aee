import type { FeatureRequirement, StatementTarget } from '../facts/statement.ts';
import type { Token } from '../sql/tokens.ts';
import { bodies, type Words, wordsOf } from './leading-words.ts';
import { argumentNeeds } from './literal-arguments.ts';

/** A part of SQL that older releases of SQLite do not understand. */
interface Feature extends FeatureRequirement {
  /** Whether it stands in one statement, or in one of a trigger's body. */
  isIn(words: Words): boolean;
}

const ALTERATIONS: Readonly<Partial<Record<StatementTarget['verb'], FeatureRequirement>>> = {
  'rename-column': { feature: 'RENAME COLUMN', since: '3.25' },
  'drop-column': { feature: 'DROP COLUMN', since: '3.35' },
  alter: { feature: 'ALTER TABLE for a constraint', since: '3.53' },
};

const FUNCTIONS: readonly { since: string; names: readonly string[] }[] = [
  { since: '3.32', names: ['iif'] },
  { since: '3.34', names: ['substring'] },
  {
    since: '3.35',
    names: [
      ...['acos', 'acosh', 'asin', 'asinh', 'atan', 'atan2', 'atanh', 'ceil', 'ceiling', 'cos', 'cosh'],
      ...['degrees', 'exp', 'floor', 'ln', 'log', 'log10', 'log2', 'mod', 'pi', 'pow', 'power', 'radians'],
      ...['sign', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'trunc'],
    ],
  },
  { since: '3.38', names: ['format', 'unixepoch'] },
  { since: '3.41', names: ['unhex'] },
  { since: '3.42', names: ['json_error_position'] },
  { since: '3.43', names: ['octet_length', 'timediff'] },
  { since: '3.44', names: ['concat', 'concat_ws', 'string_agg'] },
  {
    since: '3.45',
    names: [
      ...['jsonb', 'jsonb_array', 'jsonb_extract', 'jsonb_group_array', 'jsonb_group_object'],
      ...['jsonb_insert', 'jsonb_object', 'jsonb_patch', 'jsonb_remove', 'jsonb_replace', 'jsonb_set'],
    ],
  },
  { since: '3.46', names: ['json_pretty'] },
  { since: '3.48', names: ['if'] },
  { since: '3.50', names: ['unistr', 'unistr_quote'] },
  { since: '3.51', names: ['jsonb_each', 'jsonb_tree'] },
  { since: '3.53', names: ['json_array_insert', 'jsonb_array_insert'] },
];

const AGGREGATES = new Set([
  ...['AVG', 'COUNT', 'GROUP_CONCAT', 'JSON_GROUP_ARRAY', 'JSON_GROUP_OBJECT', 'JSONB_GROUP_ARRAY'],
  ...['JSONB_GROUP_OBJECT', 'MAX', 'MIN', 'STRING_AGG', 'SUM', 'TOTAL'],
]);

const VERBS = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'SELECT']);

/** The releases are those of sqlite.org/changes.html, for syntax also of sqlite.org/lang.html. */
const FEATURES: readonly Feature[] = [
  {
    feature: 'ON CONFLICT … DO (upsert)',
    since: '3.24',
    isIn: (words) => words.has('ON', 'CONFLICT', 'DO') || words.has('ON', 'CONFLICT', '('),
  },
  {
    feature: 'window functions',
    since: '3.25',
    isIn: (words) => words.has(')', 'OVER'),
  },
  { feature: 'VACUUM INTO', since: '3.27', isIn: (words) => words.starts('VACUUM') && words.has('INTO') },
  {
    feature: 'GROUPS and EXCLUDE of a window',
    since: '3.28',
    isIn: (words) =>
      words.has('GROUPS', 'BETWEEN') ||
      ['NO', 'CURRENT', 'GROUP', 'TIES'].some((what) => words.has('EXCLUDE', what)),
  },
  {
    feature: 'NULLS FIRST and NULLS LAST',
    since: '3.30',
    isIn: (words) => words.has('NULLS', 'FIRST') || words.has('NULLS', 'LAST'),
  },
  { feature: 'FILTER', since: '3.30', isIn: (words) => words.has(')', 'FILTER', '(', 'WHERE') },
  { feature: 'generated columns', since: '3.31', isIn: hasGeneratedColumn },
  { feature: 'UPDATE … FROM', since: '3.33', isIn: isUpdateFrom },
  { feature: 'sqlite_schema', since: '3.33', isIn: (words) => words.has('SQLITE_SCHEMA') },
  {
    feature: 'several ON CONFLICT clauses',
    since: '3.35',
    isIn: (words) =>
      words.has('ON', 'CONFLICT', 'DO') && words.text.filter((word) => word === 'CONFLICT').length > 1,
  },
  // A name cannot be spelt so without quotes.
  { feature: 'RETURNING', since: '3.35', isIn: (words) => words.has('RETURNING') },
  {
    feature: 'MATERIALIZED',
    since: '3.35',
    isIn: (words) => words.has('AS', 'MATERIALIZED', '(') || words.has('AS', 'NOT', 'MATERIALIZED', '('),
  },
  {
    feature: 'STRICT',
    since: '3.37',
    isIn: (words) =>
      isTableDefinition(words) &&
      words.has('STRICT') &&
      words.outer().includes('STRICT', words.outer().indexOf(')') + 1),
  },
  {
    feature: 'PRAGMA table_list',
    since: '3.37',
    isIn: (words) => words.has('PRAGMA', 'TABLE_LIST') || words.has('PRAGMA_TABLE_LIST'),
  },
  { feature: '-> and ->>', since: '3.38', isIn: (words) => words.has('->') || words.has('->>') },
  {
    feature: 'RIGHT JOIN and FULL JOIN',
    since: '3.39',
    isIn: (words) =>
      ['RIGHT', 'FULL'].some((side) => words.has(side, 'JOIN') || words.has(side, 'OUTER', 'JOIN')),
  },
  {
    feature: 'IS DISTINCT FROM',
    since: '3.39',
    isIn: (words) => words.has('IS', 'DISTINCT', 'FROM') || words.has('IS', 'NOT', 'DISTINCT', 'FROM'),
  },
  {
    feature: 'ORDER BY in an aggregate function',
    since: '3.44',
    isIn: (words) => words.calls().some(({ name, isOrdered }) => isOrdered && AGGREGATES.has(name)),
  },
  { feature: 'numbers with _', since: '3.46', isIn: (words) => words.hasGroupedNumber },
  {
    feature: 'iif() with two arguments',
    since: '3.48',
    isIn: (words) => words.calls().some((call) => call.name === 'IIF' && call.arguments === 2),
  },
];

/** By their names in upper case, each with its place in the order. */
const NEWER_FUNCTIONS: ReadonlyMap<string, FeatureRequirement & { order: number }> = new Map(
  FUNCTIONS.flatMap(({ since, names }) => names.map((name) => ({ name, since }))).map(
    ({ name, since }, order) => [name.toUpperCase(), { feature: `${name}()`, since, order }],
  ),
);

/**
 * What a statement needs of SQLite beyond release 3.23, from its text alone; `names` is what it names. A function of the
 * application's own with the name of a newer built-in one looks the same. `tokens`: those of one statement in a longer text.
 */
export function needsOf(
  sql: string,
  names: readonly StatementTarget[],
  tokens?: readonly Token[],
): FeatureRequirement[] {
  const alterations = names.flatMap(({ verb }) => ALTERATIONS[verb] ?? []);
  const parts = bodies(wordsOf(sql, tokens));
  const found = FEATURES.filter(({ isIn }) => parts.some((words) => isIn(words)));
  const syntax = found.map(({ feature, since }) => ({ feature, since }));
  return [...alterations, ...syntax, ...functionsIn(parts), ...argumentNeeds(sql, tokens)];
}

function functionsIn(parts: readonly Words[]): FeatureRequirement[] {
  const newer = new Set<FeatureRequirement & { order: number }>();
  for (const words of parts) {
    for (const { name } of words.calls()) {
      const requirement = NEWER_FUNCTIONS.get(name);
      if (requirement !== undefined) newer.add(requirement);
    }
  }
  if (newer.size === 0) return [];
  const ordered = [...newer].toSorted((a, b) => a.order - b.order);
  return ordered.map(({ feature, since }) => ({ feature, since }));
}

function isTableDefinition(words: Words): boolean {
  return words.starts('CREATE') && words.text.slice(1, 3).includes('TABLE') && !words.has('SELECT');
}

function hasGeneratedColumn(words: Words): boolean {
  const defines = isTableDefinition(words) || words.starts('ALTER');
  return defines && words.has('AS', '(');
}

function isUpdateFrom(words: Words): boolean {
  if (!words.has('UPDATE') || !words.has('FROM')) return false;
  const outer = words.outer();
  // Behind common table expressions, which stand in parentheses.
  const verb = outer.findIndex((word) => VERBS.has(word));
  const set = outer.indexOf('SET', verb);
  if (outer[verb] !== 'UPDATE' || set === -1) return false;
  return outer.some((word, at) => word === 'FROM' && at > set && outer[at - 1] !== 'DISTINCT');
}
