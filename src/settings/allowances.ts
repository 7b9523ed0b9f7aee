import type { Mistake } from '../facts/database.ts';
import { type Config, placeOf } from './config.ts';
import { nearest } from './did-you-mean.ts';

/** What the schema cannot know. Looks at the file as it is, so that it is said together with everything else. */
export function allowanceMistakes(config: Config, ruleIds: readonly string[]): Mistake[] {
  const { allow } = config.values;
  if (!Array.isArray(allow)) return [];
  return allow.flatMap((allowance: unknown, at): Mistake[] => {
    if (typeof allowance !== 'object' || allowance === null || Array.isArray(allowance)) return [];
    const { rule, table, column, object } = allowance as Record<string, unknown>;
    const mistakes: Mistake[] = [];
    if (typeof rule === 'string' && rule !== '' && !ruleIds.includes(rule)) {
      const meant = nearest(rule, ruleIds);
      mistakes.push({
        key: `allow.${at}.rule`,
        message: `there is no rule ${rule} that can be allowed.`,
        remedy: meant === undefined ? 'See docs/rules.md for the rules there are.' : `Did you mean ${meant}?`,
        ...placeOf(config, ['allow', at, 'rule']),
      });
    }
    if (table === undefined && column === undefined && object === undefined) {
      mistakes.push({
        key: `allow.${at}`,
        message: 'an allowance must name the table, column or object that it is for.',
        remedy: 'Add for example `table: sessions`.',
        ...placeOf(config, ['allow', at]),
      });
    }
    return mistakes;
  });
}
