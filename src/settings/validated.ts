import type { Mistake } from '../facts/database.ts';
import type { Config } from './config/config.ts';
import { type RawSettings, settingsSchema } from './config/settings-schema.ts';
import { type Issue, mistakesOf } from './mistakes.ts';
import { told } from './told.ts';

/** Drops what is wrong, key by key, so that the rest can still be used. `config` is where the values were written. */
export function validated(
  values: Readonly<Record<string, unknown>>,
  config: Config,
): { values: RawSettings; mistakes: Mistake[] } {
  const raw = lowered(values);
  const result = settingsSchema.safeParse(raw, { reportInput: true });
  if (result.success) return { values: result.data, mistakes: [] };
  const issues = result.error.issues as Issue[];
  const wrong = new Set(
    issues.flatMap(({ path, keys }) => (path.length === 0 ? (keys ?? []) : [String(path[0])])),
  );
  const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !wrong.has(key)));
  return {
    values: settingsSchema.parse(rest),
    mistakes: told(mistakesOfAll(issues, config)),
  };
}

function* mistakesOfAll(issues: readonly Issue[], config: Config): Generator<Mistake> {
  for (const issue of issues) yield* mistakesOf(issue, config);
}

/** YAML knows its switches in any case: `On` and `ON` are `on`. */
function lowered(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);
  const result = { ...values };
  const key = 'foreign-keys';
  if (key in result) result[key] = lower(result[key]);
  const { profile } = result;
  if (typeof profile === 'object' && profile !== null && key in profile) {
    result.profile = { ...profile, [key]: lower(profile[key]) };
  }
  return result;
}
