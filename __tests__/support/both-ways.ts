import { expect } from '@jest/globals';
import { compare } from '../../src/engine/compare/compare.ts';
import type { CompareRequest } from '../../src/engine/compare/comparison-context.ts';
import type { ChangeFacts } from '../../src/facts/changes.ts';
import { compareBySql } from './compare-by-sql.ts';
import { withoutProof } from './fuzz.ts';

/** What strict SQL finds; fails where pages and records find anything else. */
export function compareBothWays(request: CompareRequest): ChangeFacts {
  const changes = compareBySql(request);
  // What is asked of the finished tables has no second way.
  const { textDefaults: _texts, unconverted: _values, ...proven } = compare(request).changes;
  expect({ ...proven, tables: withoutProof(proven.tables) }).toEqual({
    ...changes,
    tables: withoutProof(changes.tables),
  });
  return changes;
}
