import { expect } from '@jest/globals';
import { type CompareRequest, compare } from '../../src/engine/compare/compare.ts';
import type { ChangeFacts } from '../../src/facts/changes.ts';
import { withoutProof } from './fuzz.ts';

/** What strict SQL finds; fails where pages and records find anything else. */
export function compareBothWays(request: CompareRequest): ChangeFacts {
  const { changes } = compare(request, 'sql');
  const proven = compare(request).changes;
  expect({ ...proven, tables: withoutProof(proven.tables) }).toEqual({
    ...changes,
    tables: withoutProof(changes.tables),
  });
  return changes;
}
