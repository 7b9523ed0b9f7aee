import { describe, expect, it } from '@jest/globals';
import type { Rules } from '../../../../src/engine/compare/content/pages/evidence.ts';
import { fuzzOnce, withoutProof } from '../../../support/fuzz.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const folder = scratchFolder();
const DATABASES = 520;

describe('the proof by pages and records', () => {
  it(`finds exactly what strict SQL finds, on ${DATABASES} random databases and migrations`, () => {
    const proofs = { pages: 0, records: 0, sql: 0 };
    for (let seed = 1; seed <= DATABASES; seed += 1) {
      const { proven, strict, sql } = fuzzOnce(folder, seed);
      for (const { proof } of proven) proofs[proof] += 1;
      expect({ seed, sql, tables: withoutProof(proven) }).toEqual({
        seed,
        sql,
        tables: withoutProof(strict),
      });
    }
    expect(proofs.pages).toBeGreaterThan(400);
    expect(proofs.records).toBeGreaterThan(200);
    expect(proofs.sql).toBeGreaterThan(0);
  }, 240_000);

  it.each<[string, Rules]>([
    ['the overflow pages of a row count too', { overflow: false, reachable: true }],
    ['a page counts only while it is reachable', { overflow: true, reachable: false }],
  ])(
    'would be caught if it forgot that %s',
    (_, rules) => {
      let caught = false;
      for (let seed = 1; seed <= DATABASES && !caught; seed += 1) {
        const { proven, strict } = fuzzOnce(folder, seed, rules);
        caught = JSON.stringify(withoutProof(proven)) !== JSON.stringify(withoutProof(strict));
      }
      expect(caught).toBe(true);
    },
    120_000,
  );
});
