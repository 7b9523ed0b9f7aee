import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';
import { databaseFacts } from '../../support/record.ts';

const findings = forRule('wal-missing');
const { snapshot } = databaseFacts();

it('mentions a WAL database that came alone, and none that came with its -wal or has no WAL', () => {
  expect(findings.of('PRAGMA journal_mode=WAL; CREATE TABLE t(a);')).toMatchObject([
    { severity: 'notice', object: '-wal' },
  ]);
  expect(findings.of('CREATE TABLE t(a);')).toEqual([]);
  if (snapshot === undefined) throw new Error('the record has a snapshot');
  expect(findings.over({ snapshot })).toEqual([]);
  const empty = [{ suffix: '-wal', bytes: 0 }] as const;
  expect(findings.over({ snapshot: { ...snapshot, sidecars: [...empty] } })).toHaveLength(1);
});

it('warns where the files contradict each other, or the file is damaged as one is that came without its -wal', () => {
  if (snapshot === undefined) throw new Error('the record has a snapshot');
  const alone = { ...snapshot, journalMode: 'wal' as const, sidecars: [] };
  for (const logGap of ['frames', 'older', 'pages'] as const) {
    expect(findings.over({ snapshot: { ...alone, logGap } })).toMatchObject([{ severity: 'warning' }]);
  }
  const { before } = databaseFacts();
  if (before === undefined) throw new Error('the record has a health');
  const damaged = { ...before, integrity: { ...before.integrity, result: 'damaged' as const } };
  expect(findings.over({ snapshot: alone, before: damaged })).toMatchObject([{ severity: 'warning' }]);
  expect(findings.over({ snapshot: { ...alone, journalMode: 'delete' }, before: damaged })).toEqual([]);
});
