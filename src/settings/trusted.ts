import type { ScenarioName } from '../facts/rehearsal/scenarios.ts';
import type {
  Allowance,
  Checks,
  CommentWish,
  Count,
  Expectations,
  ProfileOptions,
  Settings,
} from '../facts/settings.ts';
import { checksOf, columnsOf, sourceOf } from './checks/checks.ts';
import type { Config } from './config/config.ts';
import type { RawSettings } from './config/settings-schema.ts';

type FromValues = Omit<
  Settings,
  'databases' | 'migrations' | 'command' | 'workspace' | 'checks' | 'declared'
> & {
  checks: Omit<Checks, 'statements'>;
};

/** What depends on where we run. */
interface Surroundings {
  /** Absolute. */
  output: string;
  artifactName: string;
}

/** Valid values with the defaults for what is unset. */
export function trusted(
  values: RawSettings,
  { output, artifactName }: Surroundings,
  config: Config,
): FromValues {
  const retentionDays = values['retention-days'];
  const production = values['production-sqlite'];
  return {
    layout: typeof values.layout === 'object' ? values.layout : { name: values.layout ?? 'auto' },
    profile: profileWish(values),
    rehearse: rehearsals(values.rehearse),
    failOn: values['fail-on'] ?? 'error',
    orphans: values.orphans ?? 'any',
    samples: values.samples ?? 'none',
    output,
    upload: values.upload ?? 'auto',
    artifactName: values['artifact-name'] ?? artifactName,
    ...(retentionDays !== undefined && { retentionDays }),
    comment: commentWish(values, values['artifact-name'] ?? artifactName),
    // Timers take whole milliseconds, and 0 would be at once.
    timeoutMs: Math.ceil((values['timeout-minutes'] ?? 30) * 60_000),
    checks: checksOf(values.checks ?? {}, config),
    expect: expectations(values.expect, config),
    allow: allowancesIn(values, config),
    ...(production !== undefined && { productionSqlite: String(production) }),
    ...(config.file !== undefined && { configFile: config.file }),
  };
}

function commentWish(values: RawSettings, name: string): CommentWish {
  const token = values['github-token'];
  return {
    when: values.comment ?? 'never',
    key: values['comment-key'] ?? name,
    ...(token !== undefined && { token }),
  };
}

/** A list, in YAML or as one text with commas, blanks or lines between. */
function rehearsals(given: RawSettings['rehearse'] = 'auto'): Settings['rehearse'] {
  if (given === 'auto') return given;
  if (given === 'all') return ['profiles', 'rerun', 'rollback', 'crash'];
  if (given === 'none') return [];
  const names = typeof given === 'string' ? given.split(/[,\s]+/) : given;
  return names as ScenarioName[];
}

function profileWish({ profile = 'auto', 'foreign-keys': given }: RawSettings): ProfileOptions {
  const {
    name,
    transaction,
    'foreign-keys': own,
  } = typeof profile === 'object' ? profile : { name: profile };
  return {
    name,
    foreignKeys: switched(given ?? own ?? 'auto'),
    ...(transaction !== undefined && { transaction }),
  };
}

/** One meaning for on and true, and for off and false. */
export function switched(value: NonNullable<RawSettings['foreign-keys']>): 'auto' | boolean {
  return value === 'auto' ? value : value === true || value === 'on' || value === 'true';
}

function expectations(expected: RawSettings['expect'] = {}, config: Config): Expectations {
  const { tables = [], columns, indexes = {}, rows = {} } = expected;
  return {
    tables,
    columns: columnsOf(columns, config, ['expect', 'columns']),
    indexes: Object.entries(indexes).map(([pattern, count]) => ({
      pattern,
      count: count === true || count === 'on' ? atLeastOne : countOf(count),
    })),
    rows: Object.entries(rows).map(([table, count]) => ({
      table,
      count: count === 'unchanged' ? count : countOf(count),
      source: sourceOf(config, ['expect', 'rows', table]),
    })),
  };
}

const atLeastOne: Count = { operator: '>=', value: 1 };

/** A plain number is exact; text is a comparison of the form that the schema let through. */
function countOf(count: string | number): Count {
  if (typeof count === 'number') return { operator: '=', value: count };
  const operator = /^[<>=]+/.exec(count)?.[0] ?? '=';
  return { operator: operator as Count['operator'], value: Number(count.slice(operator.length)) };
}

/** The allowances of the config, each with its place. */
export function allowancesIn({ allow = [] }: RawSettings, config: Config): Allowance[] {
  return allow.map(({ migration, ...allowance }, at) => ({
    ...allowance,
    ...(migration !== undefined && { migration: String(migration) }),
    source: sourceOf(config, ['allow', at]),
  }));
}
