import { expect, it } from '@jest/globals';
import { isMap, parseDocument } from 'yaml';
import { Places } from '../../../src/settings/config/yaml-places.ts';

const document = parseDocument('a: { b: [1, { c: 2 }] }\nd: 3\n');

it('offsets are those of the value, of a key in it, and of what is around one that is missing', () => {
  const places = new Places(document);
  expect(places.offsetOf(['a', 'b', 1, 'c'])).toBe(17);
  expect(places.offsetOf(['a', 'b', 1], 'c')).toBe(14);
  expect(places.offsetOf(['a', 'b', 5, 'c'])).toBe(8);
  expect(places.offsetOf([], 'd')).toBe(24);
  expect(places.offsetOf(['x'])).toBeUndefined();
});

it('a map is looked through once, however many of its keys are asked for', () => {
  const { contents } = document;
  if (!isMap(contents)) throw new Error('no map');
  const { items } = contents;
  let looks = 0;
  Object.defineProperty(contents, 'items', {
    get: () => {
      looks += 1;
      return items;
    },
  });
  const places = new Places(document);
  for (let turn = 0; turn < 1000; turn += 1) expect(places.offsetOf(['d'])).toBe(27);
  expect(looks).toBe(1);
});
