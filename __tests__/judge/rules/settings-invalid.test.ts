import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('settings-invalid');

it('gives every mistake with its place', () => {
  const mistakes = [
    { key: 'fail-on', message: 'fail-on is "eror".', remedy: 'Correct it.', file: 'preflight.yml', line: 3 },
    { key: 'database', message: 'database is missing.', remedy: 'Give it.' },
  ];
  expect(findings.over({ mistakes })).toMatchObject([
    { object: 'database', message: 'database is missing.' },
    { object: 'fail-on', location: { file: 'preflight.yml', line: 3 }, remedy: 'Correct it.' },
  ]);
  expect(findings.over({ mistakes: [] })).toEqual([]);
});
