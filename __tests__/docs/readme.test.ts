import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { renewed } from '../../scripts/write-readme.ts';

it('the README shows what action.yml says and what the example gives; scripts/write-readme.ts writes it', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  expect(withoutTimes(renewed(readme))).toBe(withoutTimes(readme));
});

/** No two runs take the same time. */
function withoutTimes(text: string): string {
  return text.replace(/\b[\d.,]+ (ms|s)\b/g, 'some time');
}
