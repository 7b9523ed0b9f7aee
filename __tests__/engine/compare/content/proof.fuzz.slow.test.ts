import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fuzzOnce, withoutProof } from '../../../support/fuzz.ts';
import { type Mutation, runMutant } from '../../../support/mutant.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const folder = scratchFolder();
const DATABASES = 520;
const SCRIPT = join(import.meta.dirname, '../../../../bench/fuzz.ts');

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

  const SHARED_LEAVES = 'src/engine/compare/content/pages/shared-leaves.ts';
  const REACHED = 'if (leaf <= before.pages && leavesBefore.has(leaf)) share(leaf);';
  const WALK_AFTER = 'eachLeaf(new PageReader(after, 0), roots.after,';
  const SHARE_ALL = 'leavesBefore.without(new Bits(0), (leaf) => { share(leaf); return true; });';

  it.each<[string, Mutation[]]>([
    [
      'the overflow pages of a row count too',
      [
        {
          file: 'src/engine/compare/content/pages/evidence.ts',
          from: 'const chainsClean = areChainsClean(',
          to: 'const chainsClean = true || areChainsClean(',
        },
      ],
    ],
    [
      'a page counts only while it is reachable',
      [
        { file: SHARED_LEAVES, from: REACHED, to: '' },
        { file: SHARED_LEAVES, from: WALK_AFTER, to: `${SHARE_ALL} ${WALK_AFTER}` },
      ],
    ],
  ])(
    'would be caught if it forgot that %s',
    (_, mutations) => {
      const { exitCode, errors } = runMutant(SCRIPT, ['--count', String(DATABASES)], mutations);
      expect(errors).toMatch(/^seed \d+ differs after /);
      expect(exitCode).toBe(1);
    },
    120_000,
  );
});
