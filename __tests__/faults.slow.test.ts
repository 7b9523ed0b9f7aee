import { describe, expect, it } from '@jest/globals';
import { isFound } from './support/faults/faults.ts';
import { FAULTS_OF_A_KIND, HARMLESS, kinds, withFault, withoutFault } from './support/faults/plant.ts';
import { scratchFolder } from './support/scratch.ts';

/** Random databases of every kind, one fault in each: whatever was planted must be found, by name. The seeds are fixed. */
const folder = scratchFolder();

function upTo(end: number): number[] {
  return Array.from({ length: end }, (_, at) => at);
}

describe('a planted fault is found by the right rule on the right subject', () => {
  it('and there are three hundred of them', () => {
    expect(kinds.length * FAULTS_OF_A_KIND).toBeGreaterThanOrEqual(300);
  });

  it.each(kinds)('%s', (kind) => {
    const missed = upTo(FAULTS_OF_A_KIND)
      .map((seed) => ({ seed, ...withFault(folder, kind, seed) }))
      .filter(({ fault, findings }) => !isFound(fault, findings))
      .map(({ seed, fault, findings }) => ({
        seed,
        fault,
        found: findings.map(({ rule, message }) => `${rule}: ${message}`),
      }));
    expect(missed).toEqual([]);
  });
});

describe('a harmless migration gives no error and no warning', () => {
  it.each([0, 1, 2, 3])('part %i', (part) => {
    const flagged = upTo(HARMLESS)
      .filter((seed) => seed % 4 === part)
      .map((seed) => ({ seed, ...withoutFault(folder, seed) }))
      .flatMap(({ seed, findings, sql }) =>
        findings
          .filter(({ severity }) => severity !== 'notice')
          .map(({ rule, message }) => ({ seed, rule, message, sql })),
      );
    expect(flagged).toEqual([]);
  });
});
