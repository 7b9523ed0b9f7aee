import { expect, it } from '@jest/globals';
import { compared, parts } from '../../scripts/generate.ts';

it.each(parts)('$file is what the sources make it; npm run generate writes it', (part) => {
  const { current, expected } = compared(part);
  expect(current).toBe(expected);
});
