import { rules } from '../../src/judge/rules/index.ts';
import { camelCase, type Scaffold, withEntry } from './scaffold.ts';

/** A rule: its file, its test, its section in docs/rules.md and its line in the registry. */
export function newRule(id: string): Scaffold {
  const next = rules.find((rule) => rule.id > id)?.id;
  const entry = { name: camelCase(id), path: `./${id}.ts`, as: 'rule' };
  return {
    files: { [`src/judge/rules/${id}.ts`]: source(id), [`__tests__/judge/rules/${id}.test.ts`]: test(id) },
    edits: {
      'src/judge/rules/index.ts': (text) => withEntry(text, entry, next && camelCase(next)),
      'docs/rules.md': (text) => withSection(text, section(id), next),
    },
  };
}

function withSection(page: string, text: string, next: string | undefined): string {
  return next === undefined
    ? `${page.trimEnd()}\n\n${text}`
    : page.replace(`## ${next}\n`, `${text}\n## ${next}\n`);
}

function source(id: string): string {
  return `import type { Rule } from '../rule.ts';
import { tableChanges } from '../kit/view.ts';

export const rule: Rule = {
  id: '${id}',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'What is wrong, in a few words',
  why: 'Why it matters, in a sentence.',
  remedy: 'What to do, in a sentence.',
  check(facts) {
    return tableChanges(facts).flatMap(({ table }) => (table === '' ? [{ message: \`\${table}.\`, table }] : []));
  },
};
`;
}

function test(id: string): string {
  return `import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('${id}');

const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (1, 1);';

it('warns of what it is for, and not of its harmless twin', () => {
  expect(findings.after(SCHEMA, 'UPDATE t SET v = 2')).toMatchObject([{ severity: 'warning', table: 't' }]);
  expect(findings.after(SCHEMA, 'CREATE TABLE u(a)')).toEqual([]);
});
`;
}

function section(id: string): string {
  return `## ${id}

**warning** · What is wrong, in a few words.

Why it matters, in a sentence.

When exactly it is raised, and when not.

→ What to do, in a sentence.
`;
}
