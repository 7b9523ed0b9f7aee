import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Finding, Verdict } from '../../src/facts/finding.ts';
import type { GenericProfile } from '../../src/facts/settings.ts';
import { isAllowable } from '../../src/judge/allow.ts';
import { rules } from '../../src/judge/rules/index.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { allowancesInSql } from '../../src/settings/sql-allowances.ts';
import { judged, measured, type Wishes } from '../support/preflight.ts';
import { scratchFolder } from '../support/scratch.ts';

/**
 * Golden cases: a folder each, with before.sql (the database), migration.sql (absent: a health check) and
 * expected.json; preflight.yml says what is set where that is more. The findings must be exactly those, notices included.
 */
interface Expected {
  profile?: GenericProfile;
  required?: { table: string; column: string }[];
  /** Other settings than those of a user who sets nothing. */
  settings?: Pick<Wishes, 'orphans' | 'expect' | 'allow'>;
  verdict: Verdict;
  /** `rule severity subject count line`, what does not apply left out. */
  findings: string[];
}

const folder = scratchFolder();
const RULES = rules.filter(isAllowable).map(({ id }) => id);
const cases = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function spelt({ rule, severity, table, columns, object, count, location }: Finding): string {
  const subject = [table, columns?.join('+'), object].filter((part) => part !== undefined).join('.');
  const line = location?.line === undefined ? '' : `line ${location.line}`;
  return [severity, rule, subject, count ?? '', line].filter((part) => part !== '').join(' ');
}

/** The settings of a case that has a config, read as the program reads them; file names start from the case. */
async function configured(place: string): Promise<Wishes | undefined> {
  if (!existsSync(join(place, 'preflight.yml'))) return undefined;
  const inputs = { database: 'before.sql' };
  const source = { inputs, workspace: place, defaultOutput: folder, ruleIds: RULES };
  const { settings, mistakes } = await readSettings(source);
  expect(mistakes).toEqual([]);
  return settings;
}

describe('golden cases', () => {
  it.each(cases)('%s', async (name) => {
    const place = join(import.meta.dirname, name);
    const read = (file: string) => readFileSync(join(place, file), 'utf8');
    const expected = JSON.parse(read('expected.json')) as Expected;
    const migration = existsSync(join(place, 'migration.sql')) ? read('migration.sql') : undefined;
    const { allow } = allowancesInSql([{ file: 'm/0001.sql', sql: migration ?? '' }], RULES);
    const wishes = (await configured(place)) ?? {
      ...expected.settings,
      profile: expected.profile ?? ('auto' as const),
      checks: { required: expected.required ?? [] },
      allow: [...(expected.settings?.allow ?? []), ...allow],
    };
    const record = judged(measured(folder, read('before.sql'), migration, wishes), wishes);
    expect(record.findings.map(spelt)).toEqual(expected.findings);
    expect(record.verdict).toBe(expected.verdict);
  });
});
