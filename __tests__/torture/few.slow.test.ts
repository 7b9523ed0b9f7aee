import { describe, it } from '@jest/globals';
import { SLOW, tryFew } from './few.ts';

describe('a few cases keep their promise', () => {
  it.each(Object.entries(SLOW))('of %s', tryFew, 240_000);
});
