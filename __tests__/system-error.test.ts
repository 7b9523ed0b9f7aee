import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { systemCode } from '../src/system-error.ts';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

it('the code of a system error is the one that the system gave it', () => {
  expect(systemCode(thrownBy(() => readFileSync('/no/such/file')))).toBe('ENOENT');
});

it.each([new Error('mine'), undefined, null, 'ENOENT', { code: 2 }])(
  'an error without a code has none: %p',
  (thrown) => {
    expect(systemCode(thrown)).toBeUndefined();
  },
);
