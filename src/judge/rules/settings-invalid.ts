import { measuredMistakes } from '../checks/measured-mistakes.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'settings-invalid',
  severity: 'error',
  kind: 'setup',
  about: 'database',
  loss: 'never',
  allowable: false,
  title: 'The settings are wrong',
  why: 'A mistake that is passed over would let the wrong thing be checked.',
  remedy: 'Correct the setting.',
  check(facts, settings) {
    const mistakes = [...facts.mistakes, ...measuredMistakes(facts, settings)];
    return mistakes.map(({ key, message, remedy, file, line }) => ({
      message,
      remedy,
      object: key,
      ...(file !== undefined && { location: { file, ...(line !== undefined && { line }) } }),
    }));
  },
};
