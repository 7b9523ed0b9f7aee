import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('migration-timeout');

const statement = { title: 'Count for ever', status: 'failed', names: [] } as const;
const rehearsal = { outcome: 'timeout', commits: 0, leftOpen: false, sqlite: '' } as const;

it('points at the statement that was running', () => {
  const statements = [{ ...statement, file: 'm/1.sql', line: 4, names: [] }];
  const incidents = [{ task: 'rehearse' as const, kind: 'timeout' as const, detail: 'killed after 1000 ms' }];
  expect(findings.over({ incidents, rehearsal: { ...rehearsal, statements } })).toMatchObject([
    {
      severity: 'error',
      location: { file: 'm/1.sql', line: 4 },
      message: '"Count for ever" was still running and was killed after 1000 ms.',
    },
  ]);
});

it('is not raised when another task was late', () => {
  const incidents = [{ task: 'compare' as const, kind: 'timeout' as const, detail: 'killed after 1000 ms' }];
  expect(findings.over({ incidents })).toEqual([]);
});
