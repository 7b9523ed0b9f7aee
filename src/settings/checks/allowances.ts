import type { Mistake } from '../../facts/database.ts';
import { type Config, placeOf } from '../config/config.ts';
import { nearest } from '../did-you-mean.ts';
import { short } from '../told.ts';

/** What the schema cannot know. Looks at the file as it is, so that it is said together with everything else. */
export function* allowanceMistakes(config: Config, ruleIds: readonly string[]): Generator<Mistake> {
  const { allow } = config.values;
  if (!Array.isArray(allow)) return;
  for (const [at, allowance] of allow.entries()) {
    if (typeof allowance !== 'object' || allowance === null || Array.isArray(allowance)) continue;
    const { rule, table, column, object } = allowance as Record<string, unknown>;
    if (typeof rule === 'string' && rule !== '' && !ruleIds.includes(rule)) {
      const place = placeOf(config, ['allow', at, 'rule']);
      yield { key: `allow.${at}.rule`, ...noSuchRule(rule, ruleIds), ...place };
    }
    for (const [key, name] of Object.entries({ table, column, object })) {
      if (typeof name !== 'string' || !isPattern(name)) continue;
      yield { key: `allow.${at}.${key}`, ...tooWide(name), ...placeOf(config, ['allow', at, key]) };
    }
    if (table !== undefined || column !== undefined || object !== undefined) continue;
    yield {
      key: `allow.${at}`,
      message: 'an allowance must name the table, column or object that it is for.',
      remedy: 'Add for example `table: sessions`.',
      ...placeOf(config, ['allow', at]),
    };
  }
}

type Words = Pick<Mistake, 'message' | 'remedy'>;

/** Rules that no reason can make safe are not among `ruleIds`. */
export function noSuchRule(rule: string, ruleIds: readonly string[]): Words {
  const meant = nearest(rule, ruleIds);
  return {
    message: `there is no rule ${short(rule)} that can be allowed.`,
    remedy: meant === undefined ? 'See docs/rules.md for the rules there are.' : `Did you mean ${meant}?`,
  };
}

/** A name written as a pattern. It would be taken literally, and cover nothing. */
export function isPattern(name: string): boolean {
  return /[*%]/.test(name);
}

export function tooWide(name: string): Words {
  return {
    message: `${short(name)} is a pattern; an allowance is for one table, column or object.`,
    remedy: 'Write an allowance for each, by its name.',
  };
}
