import { compareReleases } from '../kit/content/releases.ts';
import { list } from '../kit/words.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'production-sqlite',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: "Production's SQLite does not understand a statement",
  why: 'The rehearsal runs on a newer SQLite: what passes here is a syntax error or an unknown function in production, and the migration stops there; an unknown argument gives NULL, and the migration goes on.',
  remedy:
    'Write the statement without it, or update SQLite in production first and raise `production-sqlite`.',
  check({ plan }, { productionSqlite }) {
    if (productionSqlite === undefined) return [];
    return (plan?.steps ?? []).flatMap((step) => {
      if (step.do !== 'exec') return [];
      const missing = (step.needs ?? [])
        .filter(({ since }) => compareReleases(since, productionSqlite) > 0)
        .toSorted((left, right) => compareReleases(right.since, left.since));
      const [newest] = missing;
      if (newest === undefined) return [];
      const needs = missing.map(({ feature, since }) => `${feature} needs SQLite ${since}`);
      return [
        {
          message: `"${step.title}": ${list(needs)}; production has ${productionSqlite}.`,
          object: newest.feature,
          location: { file: step.file, line: step.line },
        },
      ];
    });
  },
};
