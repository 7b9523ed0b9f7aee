import { expect, it } from '@jest/globals';
import { headlineOf } from '../../src/judge/headline.ts';
import { databaseFacts, finding, plan } from '../support/record.ts';

const error = finding({ message: 'posts: 2,000 rows of 2,000 are gone. DROP TABLE users did it.' });

it('says what would happen, in the words of the first finding', () => {
  expect(headlineOf(databaseFacts(), 'blocked', [error])).toBe(
    'Do not migrate: posts: 2,000 rows of 2,000 are gone',
  );
});

it('counts the others of the same severity', () => {
  const warning = finding({ severity: 'warning', message: 'w.' });
  expect(headlineOf(databaseFacts(), 'blocked', [error, error, error, warning])).toMatch(
    / \(and 2 more errors\)$/,
  );
});

it('asks for a decision where there are warnings alone', () => {
  const warning = finding({ severity: 'warning', message: 'link: CHECK (a > 0) is gone.' });
  expect(headlineOf(databaseFacts(), 'warned', [warning])).toBe(
    'Migrate only if this is meant: link: CHECK (a > 0) is gone',
  );
});

it('says what a cleared run proved, and nothing of a migration where there is none', () => {
  expect(headlineOf(databaseFacts(), 'cleared', [])).toMatch(/^Safe to migrate/);
  expect(headlineOf(databaseFacts({ plan: plan({ pending: [] }) }), 'cleared', [])).toMatch(
    /^Nothing to migrate/,
  );
  const { plan: _, ...check } = databaseFacts();
  expect(headlineOf(check, 'cleared', [])).toBe('Healthy: nothing was found');
  expect(headlineOf(check, 'blocked', [error])).toMatch(/^Not healthy: /);
});
