import type { Mistake } from '../../facts/database.ts';
import { inputs } from '../inputs.ts';
import { type Config, placeOf } from './config.ts';

/**
 * The config without what only the step may say, with a mistake for each: whoever opens a pull request could else start
 * a command of their own, let data leave, or open the gate.
 */
export function withoutStepOnly(config: Config): { config: Config; mistakes: Mistake[] } {
  const isRefused = (key: string) => inputs.some(({ name, trusted }) => name === key && trusted);
  const entries = Object.entries(config.values);
  const refused = entries.map(([key]) => key).filter(isRefused);
  const values = Object.fromEntries(entries.filter(([key]) => !isRefused(key)));
  const mistakes = refused.map((key) => ({
    key,
    message: `${key} is no key of the config file: a pull request can change that file, and this is for the step alone to say.`,
    remedy: sayInTheStep(key),
    ...placeOf(config, [], key),
  }));
  return { config: { ...config, values }, mistakes };
}

/** Where an input goes that is no key of the config file. */
export function sayInTheStep(name: string): string {
  return `Set it where the action is used, as \`${name}\` under \`with:\`, or as the flag --${name}.`;
}
