import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Mistake } from '../facts/database.ts';
import type { Allowance, Count, Expectations, Settings } from '../facts/settings.ts';
import { type Config, readConfig } from './config.ts';
import { nearest } from './did-you-mean.ts';
import { inputs as knownInputs } from './inputs.ts';
import { readMigrations } from './migrations.ts';
import { type Issue, mistakesOf } from './mistakes.ts';
import { type RawSettings, settingsSchema } from './schema.ts';

export interface SettingsSource {
  /** Input name to text; absent or empty = unset. */
  inputs: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  workspace: string;
  defaultOutput: string;
  /** Rules that an allowance may name. */
  ruleIds: readonly string[];
}

/**
 * Inputs over config file over defaults, validated as one. All mistakes come back at once; then `settings` still has
 * usable values, with defaults for what was wrong, because the report must be written somewhere.
 */
export async function readSettings(
  source: SettingsSource,
): Promise<{ settings: Settings; mistakes: Mistake[] }> {
  const given = givenInputs(source.inputs);
  const folder = resolve(source.workspace, given['working-directory'] ?? '.');
  const config = await readConfig(folder, given.config);
  const fromInput = new Set(Object.keys(given));
  const raw = { ...switched(config.values), ...switched(inputValues(given)) };
  const { values, mistakes } = validated(raw, config, fromInput);
  mistakes.unshift(...config.mistakes);
  mistakes.push(...databaseMistakes(values.database, folder), ...allowanceMistakes(config, source.ruleIds));
  const sources =
    values.migrations === undefined
      ? { files: [], ignored: [], mistakes: [] }
      : readMigrations(values.migrations, folder, source.workspace);
  mistakes.push(...sources.mistakes);
  return { settings: trusted(values, sources, folder, source, config), mistakes };
}

function givenInputs(inputs: SettingsSource['inputs']): Record<string, string> {
  return Object.fromEntries(
    knownInputs.flatMap(({ name }) => {
      const value = inputs[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

/** Inputs in the form of the config file: a number where the text is one. */
function inputValues(given: Record<string, string>): Record<string, unknown> {
  const numeric = new Set(['retention-days', 'timeout-minutes']);
  const settable = knownInputs.filter(({ name, inConfig }) => inConfig && given[name] !== undefined);
  return Object.fromEntries(
    settable.map(({ name }) => {
      const text = given[name] ?? '';
      return [name, numeric.has(name) && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text];
    }),
  );
}

const SWITCHES: Record<string, boolean> = { on: true, true: true, off: false, false: false };

/** `on` and `off` are text in YAML 1.2, and inputs are always text. */
function switched(values: Record<string, unknown>): Record<string, unknown> {
  const result = { ...values };
  const turn = (value: unknown) =>
    typeof value === 'string' ? (SWITCHES[value.toLowerCase()] ?? value) : value;
  if ('foreign-keys' in result) result['foreign-keys'] = turn(result['foreign-keys']);
  const { profile } = result;
  if (typeof profile === 'object' && profile !== null && 'foreign-keys' in profile) {
    result.profile = { ...profile, 'foreign-keys': turn(profile['foreign-keys']) };
  }
  return result;
}

/** Drops what is wrong, key by key, so that the rest can still be used. */
function validated(
  raw: Record<string, unknown>,
  config: Config,
  fromInput: ReadonlySet<string>,
): { values: RawSettings; mistakes: Mistake[] } {
  const result = settingsSchema.safeParse(raw, { reportInput: true });
  if (result.success) return { values: result.data, mistakes: [] };
  const issues = result.error.issues as Issue[];
  const wrong = new Set(
    issues.flatMap(({ path, keys }) => (path.length === 0 ? (keys ?? []) : [String(path[0])])),
  );
  const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !wrong.has(key)));
  return {
    values: settingsSchema.parse(rest),
    mistakes: issues.flatMap((issue) => mistakesOf(issue, config, fromInput)),
  };
}

function databaseMistakes(database: string | undefined, folder: string): Mistake[] {
  const wrong = (message: string, remedy: string): Mistake[] => [{ key: 'database', message, remedy }];
  if (database === undefined)
    return wrong('database is missing.', 'Give the path of a snapshot of the real database.');
  if (database.includes('\0')) return wrong('database holds a NUL character.', 'Correct the path.');
  if (database === ':memory:')
    return wrong('database is :memory:, which is always empty.', 'Give the path of a file.');
  if (existsSync(resolve(folder, database))) return [];
  if (/[\r\n]/.test(database) || /[*?[]/.test(database)) {
    return wrong('database must be the path of one file.', 'Run one step for each database.');
  }
  return [];
}

/** What the schema cannot know. Looks at the file as it is, so that it is said together with everything else. */
function allowanceMistakes(config: Config, ruleIds: readonly string[]): Mistake[] {
  const { allow } = config.values;
  if (!Array.isArray(allow)) return [];
  return allow.flatMap((allowance: unknown, at): Mistake[] => {
    if (typeof allowance !== 'object' || allowance === null) return [];
    const { rule, table, column, object } = allowance as Record<string, unknown>;
    const line = config.line(['allow', at]);
    const place = {
      ...(config.file !== undefined && { file: config.file }),
      ...(line !== undefined && { line }),
    };
    const mistakes: Mistake[] = [];
    if (typeof rule === 'string' && !ruleIds.includes(rule)) {
      const guess = nearest(rule, ruleIds);
      const remedy =
        guess === undefined ? 'See docs/rules.md for the rules there are.' : `Did you mean ${guess}?`;
      mistakes.push({
        key: `allow.${at}.rule`,
        message: `no rule ${rule} can be allowed.`,
        remedy,
        ...place,
      });
    }
    if ((table ?? column ?? object) === undefined) {
      const message = 'an allowance must name the table, column or object that it is for.';
      mistakes.push({ key: `allow.${at}`, message, remedy: 'Add for example `table: sessions`.', ...place });
    }
    return mistakes;
  });
}

function trusted(
  values: RawSettings,
  sources: ReturnType<typeof readMigrations>,
  folder: string,
  { workspace, defaultOutput }: SettingsSource,
  config: Config,
): Settings {
  const { profile = 'auto', database = '' } = values;
  const ownForeignKeys = typeof profile === 'object' ? profile['foreign-keys'] : undefined;
  const retentionDays = values['retention-days'];
  return {
    database: database === '' ? '' : resolve(folder, database),
    databaseName: database,
    migrations: sources.files,
    ignored: sources.ignored,
    layout: values.layout ?? 'auto',
    profile: typeof profile === 'object' ? profile.name : profile,
    foreignKeys: values['foreign-keys'] ?? ownForeignKeys ?? 'auto',
    failOn: values['fail-on'] ?? 'error',
    orphans: values.orphans ?? 'any',
    output: values.output === undefined ? defaultOutput : resolve(folder, values.output),
    upload: values.upload ?? 'auto',
    artifactName: values['artifact-name'] ?? 'migration-preflight',
    ...(retentionDays !== undefined && { retentionDays }),
    timeoutMs: (values['timeout-minutes'] ?? 30) * 60_000,
    workspace,
    checks: { required: columnsOf(values.checks?.required) },
    expect: expectations(values.expect),
    allow: allowances(values.allow, config),
    ...(config.file !== undefined && { configFile: config.file }),
  };
}

function columnsOf(tables: Record<string, string[]> = {}): { table: string; column: string }[] {
  return Object.entries(tables).flatMap(([table, columns]) => columns.map((column) => ({ table, column })));
}

function expectations({
  tables = [],
  columns,
  indexes = {},
  rows = {},
}: NonNullable<RawSettings['expect']> = {}): Expectations {
  return {
    tables,
    columns: columnsOf(columns),
    indexes: Object.entries(indexes).map(([pattern, count]) => ({
      pattern,
      count: count === true ? atLeastOne : countOf(count),
    })),
    rows: Object.entries(rows).map(([table, count]) => ({
      table,
      count: count === 'unchanged' ? count : countOf(count),
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

function allowances(allow: RawSettings['allow'] = [], config: Config): Allowance[] {
  return allow.map((allowance, at) => {
    const { rule, reason, migration, ...rest } = allowance;
    const line = config.line(['allow', at]);
    const present = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    return {
      rule,
      reason,
      ...present,
      ...(migration !== undefined && { migration: String(migration) }),
      source: { file: config.file ?? '', ...(line !== undefined && { line }) },
    };
  });
}
