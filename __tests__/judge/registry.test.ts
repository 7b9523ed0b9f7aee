import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rules } from '../../src/judge/rules/index.ts';

const root = join(import.meta.dirname, '../..');
const files = readdirSync(join(root, 'src/judge/rules')).filter((file) => file !== 'index.ts');

describe('the registry of rules', () => {
  it('has one line for each file, in alphabetical order', () => {
    expect(rules.map(({ id }) => `${id}.ts`)).toEqual(files.toSorted());
  });

  it.each(rules)('$id has its test, its section in docs/rules.md, and says why and what to do', (rule) => {
    const test = join(root, `__tests__/judge/rules/${rule.id}.test.ts`);
    expect(existsSync(test)).toBe(true);
    expect(readFileSync(test, 'utf8')).toContain(`forRule('${rule.id}')`);
    const docs = readFileSync(join(root, 'docs/rules.md'), 'utf8');
    const section = docs.split(/^## /m).find((part) => part.startsWith(`${rule.id}\n`));
    expect(section).toContain(rule.title);
    expect(section).toContain(`**${rule.severity}**`);
    expect(rule.why).toMatch(/\.$/);
    expect(rule.remedy).toMatch(/\.$/);
  });

  it('documents no rule that does not exist', () => {
    const docs = readFileSync(join(root, 'docs/rules.md'), 'utf8');
    const headings = [...docs.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(rules.map(({ id }) => id));
  });

  it('lets no reason excuse a failure, damage or a wrong set-up', () => {
    const never = rules.filter((rule) => !rule.allowable).map(({ id }) => id);
    expect(never).toEqual([
      'allowance-unused',
      'command-asked',
      'command-missed-copy',
      'gate-loosened',
      'half-migrated',
      'integrity-damaged',
      'migration-edited',
      'migration-failed',
      'migration-missing',
      'migration-timeout',
      'migrations-dirty',
      'needs-app-function',
      'preflight-incomplete',
      'settings-invalid',
      'snapshot-changed',
      'snapshot-unusable',
      'transaction-left-open',
    ]);
  });
});
