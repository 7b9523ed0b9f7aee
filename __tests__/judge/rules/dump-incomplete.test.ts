import { expect, it } from '@jest/globals';
import type { SnapshotKind } from '../../../src/facts/snapshot.ts';
import { forRule } from '../../support/preflight.ts';
import { databaseFacts } from '../../support/record.ts';

const findings = forRule('dump-incomplete');
const { snapshot } = databaseFacts();

it.each<[SnapshotKind, number]>([
  ['sql', 1],
  ['sql.gz', 1],
  ['sql.zst', 1],
  ['sqlite', 0],
  ['gz', 0],
])('of a snapshot of kind %s says %d times what a dump cannot carry', (kind, times) => {
  if (snapshot === undefined) throw new Error('the record has a snapshot');
  const raised = findings.over({ snapshot: { ...snapshot, kind } });
  expect(raised.map(({ severity }) => severity)).toEqual(Array(times).fill('notice'));
});
