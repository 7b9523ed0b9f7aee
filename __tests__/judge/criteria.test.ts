import { describe, expect, it } from '@jest/globals';
import type { ChangeFacts } from '../../src/facts/changes.ts';
import type { DatabaseFacts } from '../../src/facts/database.ts';
import type { Finding, Severity } from '../../src/facts/finding.ts';
import type { HealthFacts } from '../../src/facts/health.ts';
import { criteriaOf } from '../../src/judge/criteria.ts';
import { measured, settingsWith } from '../support/preflight.ts';
import { finding } from '../support/record.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();
const facts = measured(
  folder,
  'CREATE TABLE t(id INTEGER PRIMARY KEY); INSERT INTO t VALUES (1);',
  'SELECT 1',
);
const LOST = 'No row, value or object is lost, unless allowed';
const ERROR = 'No finding of severity error';

/** The criteria that are not met beside one finding. */
function unmet(rule: string, severity: Severity): string[] {
  const found: Finding = finding({ rule, severity });
  const criteria = criteriaOf(facts, settingsWith(), [found]);
  return criteria.flatMap(({ text, met }) => (met ? [] : [text]));
}

/** The criteria that are not met although nothing was found. */
function texts(given: DatabaseFacts): string[] {
  return criteriaOf(given, settingsWith(), []).flatMap(({ text, met }) => (met ? [] : [text]));
}

const LOSSES = [
  'column-dropped',
  'constraint-lost',
  'foreign-key-changed',
  'index-lost',
  'json-broken',
  'rows-lost',
  'rows-replaced',
  'table-dropped',
  'trigger-lost',
  'values-cleared',
  'values-retyped',
  'view-lost',
];

describe('the criterion that nothing is lost', () => {
  it.each(LOSSES)('is missed by %s, as an error and as a warning', (rule) => {
    expect(unmet(rule, 'error')).toEqual([LOST, ERROR]);
    expect(unmet(rule, 'warning')).toEqual([LOST]);
  });

  it.each(LOSSES)('is met where %s was allowed', (rule) => {
    expect(unmet(rule, 'notice')).toEqual([]);
  });

  it('is missed by values that changed on the way, and not by those that an UPDATE changed', () => {
    expect(unmet('values-changed', 'error')).toEqual([LOST, ERROR]);
    expect(unmet('values-changed', 'warning')).toEqual([]);
  });

  it('is met beside what is no loss', () => {
    expect(unmet('orphans-introduced', 'error')).toEqual([ERROR]);
    expect(unmet('not-atomic', 'warning')).toEqual([]);
  });

  it('is missed where something could not be compared', () => {
    const changes = {
      ...(facts.changes as ChangeFacts),
      unchecked: [{ check: 'content' as const, table: 't', missing: 'x' }],
    };
    expect(texts({ ...facts, changes })).toEqual([LOST]);
  });

  it('is not asked for where nothing was compared, or the plan did not come to its end', () => {
    const { changes: _, ...uncompared } = facts;
    const failed = { ...facts, rehearsal: { ...facts.rehearsal, outcome: 'failed' as const } };
    for (const given of [uncompared, failed]) {
      expect(criteriaOf(given, settingsWith(), []).map(({ text }) => text)).not.toContain(LOST);
    }
  });
});

describe('the criteria of what was measured', () => {
  const after = (health: Partial<HealthFacts>) => ({
    ...facts,
    after: { ...(facts.after as HealthFacts), ...health },
  });

  it('are missed by a damaged file and by rows without a parent', () => {
    expect(texts(after({ integrity: { result: 'damaged', messages: ['x'] } }))).toEqual([
      'The file is sound (integrity_check)',
    ]);
    const schema =
      'CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p); INSERT INTO c VALUES (1);';
    expect(texts(measured(folder, schema, 'SELECT 1'))).toEqual(['No row lacks its parent']);
  });

  it('are missed by a statement that fails, or a command with another exit code', () => {
    const failed = { ...facts, rehearsal: { ...facts.rehearsal, outcome: 'failed' as const } };
    expect(texts(failed)).toEqual(['Every statement runs without an error']);
    const { plan: _, ...others } = failed;
    expect(texts({ ...others, command: { recorded: [], bookkeeping: [] } })).toEqual([
      'The command ends with exit code 0',
    ]);
  });

  it('of a health check speak of no migration', () => {
    const health = measured(folder, 'CREATE TABLE t(a)');
    expect(criteriaOf(health, settingsWith(), []).map(({ text }) => text)).toEqual([
      'The file is sound (integrity_check)',
      'No row lacks its parent',
      'No finding of severity error',
    ]);
  });

  it('are none where nothing was measured', () => {
    const { before: _, after: __, ...nothing } = facts;
    expect(criteriaOf(nothing, settingsWith(), [])).toEqual([]);
  });
});
