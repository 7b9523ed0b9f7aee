import type { Counts } from './markdown.ts';

/** What one text has more or less of than another, in sentences. */
export function countDifferences(name: string, counts: Counts, expected: Counts): string[] {
  const keys = [...new Set([...counts.keys(), ...expected.keys()])];
  return keys.flatMap((key) => {
    const [here, there] = [counts.get(key) ?? 0, expected.get(key) ?? 0];
    return here === there ? [] : [`${name} has ${here} of ${key}, and with plain names ${there}`];
  });
}
