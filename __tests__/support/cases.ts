import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseFacts } from '../../src/facts/database.ts';
import type { Finding, Verdict } from '../../src/facts/finding.ts';
import type { ProfileName } from '../../src/facts/plan.ts';
import type { PreflightRecord } from '../../src/facts/record.ts';
import { isAllowable } from '../../src/judge/allow.ts';
import { rules } from '../../src/judge/rules/index.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { allowancesInSql } from '../../src/settings/sql-allowances.ts';
import { judged, rehearsed, type Wishes } from './preflight.ts';

/**
 * Golden cases: a folder each, with before.sql (the database), migration.sql (absent: a health check) and
 * expected.json; preflight.yml says what is set where that is more. The findings must be exactly those, notices included.
 */
export interface Expected {
  profile?: ProfileName;
  required?: { table: string; column: string }[];
  /** Other settings than those of a user who sets nothing. */
  settings?: Pick<Wishes, 'orphans' | 'expect' | 'allow'>;
  verdict: Verdict;
  /** `severity rule subject count line`, what does not apply left out. */
  findings: string[];
}

export interface GoldenCase {
  name: string;
  schema: string;
  migration: string | undefined;
  wishes: Wishes;
  expected: Expected;
}

export interface MeasuredCase {
  golden: GoldenCase;
  facts: DatabaseFacts;
  record: PreflightRecord;
  /** Paths of the two copies. */
  before: string;
  after: string;
}

const root = join(import.meta.dirname, '../cases');
const RULES = rules.filter(isAllowable).map(({ id }) => id);

export const caseNames = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** A golden case with its settings, read as the program reads them. */
export async function goldenCase(name: string): Promise<GoldenCase> {
  const place = join(root, name);
  const read = (file: string) => readFileSync(join(place, file), 'utf8');
  const expected = expectedOf(name);
  const migration = existsSync(join(place, 'migration.sql')) ? read('migration.sql') : undefined;
  const { allow } = allowancesInSql([{ file: 'm/0001.sql', path: '0001.sql', sql: migration ?? '' }], RULES);
  const wishes = (await configured(place)) ?? {
    ...expected.settings,
    // One file, and nobody keeps account of it.
    layout: 'plain' as const,
    profile: expected.profile ?? ('auto' as const),
    checks: { required: expected.required ?? [] },
    allow: [...(expected.settings?.allow ?? []), ...allow],
  };
  return { name, schema: read('before.sql'), migration, wishes, expected };
}

/** A golden case, rehearsed and judged. */
export async function measuredCase(folder: string, name: string): Promise<MeasuredCase> {
  const golden = await goldenCase(name);
  const { schema, migration, wishes } = golden;
  const { facts, before, after } = rehearsed(folder, schema, migration, wishes);
  return { golden, facts, record: judged(facts, wishes), before, after };
}

export function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(root, name, 'expected.json'), 'utf8')) as Expected;
}

/** A finding as expected.json writes it. */
export function spelt({ rule, severity, table, columns, object, count, location }: Finding): string {
  const subject = [table, columns?.join('+'), object].filter((part) => part !== undefined).join('.');
  const line = location?.line === undefined ? '' : `line ${location.line}`;
  return [severity, rule, subject, count ?? '', line].filter((part) => part !== '').join(' ');
}

/** The settings of a case that has a config; file names start from the case. */
async function configured(place: string): Promise<Wishes | undefined> {
  if (!existsSync(join(place, 'preflight.yml'))) return undefined;
  const inputs = { database: 'before.sql' };
  const source = { inputs, workspace: place, defaultOutput: tmpdir(), ruleIds: RULES };
  const { settings, mistakes } = await readSettings(source);
  if (mistakes.length > 0) throw new Error(`${place}: ${JSON.stringify(mistakes)}`);
  return settings;
}
