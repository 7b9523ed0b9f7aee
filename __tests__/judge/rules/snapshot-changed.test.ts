import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('snapshot-changed');

const snapshot = {
  path: 'app.db',
  kind: 'sqlite',
  bytes: 4096,
  databaseBytes: 4096,
  modifiedAt: '2026-06-14T00:00:00.000Z',
  sha256: '',
  journalMode: 'delete',
  pageSize: 4096,
  userVersion: 0,
  sidecars: [],
} as const;

it('is raised when somebody wrote during the copy, and not otherwise', () => {
  expect(findings.over({ snapshot: { ...snapshot, sidecars: [], stable: false } })).toMatchObject([
    { severity: 'error' },
  ]);
  expect(findings.over({ snapshot: { ...snapshot, sidecars: [], stable: true } })).toEqual([]);
});
