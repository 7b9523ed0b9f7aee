import type { Allowance, Declaration } from '../../facts/settings.ts';
import { sourceOf } from '../checks/checks.ts';
import type { Config } from '../config/config.ts';
import type { RawSettings } from '../config/settings-schema.ts';

type Key = 'database' | 'foreign-keys' | 'layout' | 'migrations' | 'orphans' | 'profile' | 'rehearse';

/** What each key of the config may say that takes nothing away from what is looked at. */
const HARMLESS: Readonly<Record<Key, readonly unknown[]>> = {
  database: [],
  'foreign-keys': ['auto'],
  layout: ['auto'],
  migrations: [],
  orphans: ['any'],
  profile: ['auto'],
  rehearse: ['auto', 'all'],
};

/** What the config declares; `values`: those that count, because no input of the step overrides them. */
export function declarationsIn(values: RawSettings, config: Config): Declaration[] {
  const keys = (Object.keys(HARMLESS) as Key[]).filter(
    (key) => values[key] !== undefined && !HARMLESS[key].includes(values[key]),
  );
  return keys.map((key) => ({
    kind: 'setting',
    text: `${key}: ${written(values[key])}`,
    source: sourceOf(config, [key]),
  }));
}

/** A value as YAML takes it in one line. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).filter(([, own]) => own !== undefined);
  return `{ ${parts.map(([key, own]) => `${key}: ${written(own)}`).join(', ')} }`;
}

/** An allowance, without its reason: another reason loosens nothing. */
export function allowanceDeclaration(allowance: Allowance): Declaration {
  const { rule, table, column, object, subject, migration, max, expires, source } = allowance;
  const named = [table, column].filter((name) => name !== undefined).join('.');
  const what = [rule, named, object, subject].filter((name) => name !== undefined && name !== '');
  const limits = [
    ...(max === undefined ? [] : [`max=${max}`]),
    ...(expires === undefined ? [] : [`expires=${expires}`]),
  ];
  const owner = migration === undefined || migration === source.file ? [] : [`of ${migration}`];
  return {
    kind: 'allowance',
    text: ['allow', ...what, ...limits, ...owner].join(' '),
    source,
    ...(migration !== undefined && { migration }),
  };
}

/** A check that a config makes. */
export interface DeclaredCheck {
  /** Checks are the same where this is. */
  identity: string;
  text: string;
}

export function checksIn({ checks = {}, 'production-sqlite': release }: RawSettings): DeclaredCheck[] {
  const { required = {}, references = [], queries = [], statements = [] } = checks;
  const plain = [
    ...Object.entries(required).flatMap(([table, columns]) =>
      (columns ?? []).map((column) => `checks.required: ${table}.${column}`),
    ),
    ...references.map((text) => `checks.references: ${text.replace(/\s+/g, ' ').trim()}`),
    ...[statements].flat().map((path) => `checks.statements: ${path}`),
    ...(release === undefined ? [] : [`production-sqlite: ${release}`]),
  ];
  return [
    ...plain.map((text) => ({ identity: text, text })),
    ...queries.map(({ id, sql }) => ({ identity: `${id}\0${sql.trim()}`, text: `checks.queries: ${id}` })),
  ];
}
