import { describe, expect, it } from '@jest/globals';
import type { Log, Result } from 'sarif';
import type { PreflightRecord } from '../../../../src/facts/record.ts';
import { renderSarif } from '../../../../src/report/formats/sarif/sarif.ts';
import { blockedRecord, finding, preflightRecord } from '../../../support/record.ts';
import { HOSTILE, hostileRecord } from '../../hostile.ts';

const RULE = {
  id: 'rows-lost',
  title: 'Rows are lost',
  why: 'They are gone.',
  remedy: 'Keep them.',
  allowable: true,
};

function runOf(record: PreflightRecord): Log['runs'][number] {
  const [run] = (JSON.parse(renderSarif(record)) as Log).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

const resultsOf = (record: PreflightRecord): Result[] => runOf(record).results ?? [];

describe('a result', () => {
  it('stands at the line of the finding, with the line itself', () => {
    const location = { file: 'migrations/a b.sql', line: 4 };
    const excerpt = { ...location, first: 2, lines: ['-- 2', '-- 3', 'DELETE FROM goals;', '-- 5'] };
    const [result] = resultsOf(
      preflightRecord({ findings: [finding({ location })], rules: [RULE], excerpts: [excerpt] }),
    );
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'migrations/a%20b.sql', uriBaseId: '%SRCROOT%' },
      region: { startLine: 4, snippet: { text: 'DELETE FROM goals;' } },
    });
  });

  it('names a rule of the tool, whose texts are its help', () => {
    const run = runOf(preflightRecord({ findings: [finding()], rules: [RULE] }));
    const [result] = run.results ?? [];
    const rule = run.tool.driver.rules?.[result?.ruleIndex ?? -1];
    expect(rule).toMatchObject({ id: 'rows-lost', shortDescription: { text: RULE.title } });
    expect(rule?.help?.text).toBe('They are gone. Keep them.');
  });

  it('is suppressed with the reason where it is allowed', () => {
    const [result] = resultsOf(
      preflightRecord({ findings: [finding({ severity: 'notice', allowed: 'purged' })] }),
    );
    expect(result).toMatchObject({
      level: 'note',
      suppressions: [{ kind: 'inSource', justification: 'purged' }],
    });
  });

  it('keeps its fingerprint when lines move, and has another for another table', () => {
    const print = (changes: Parameters<typeof finding>[0]) =>
      resultsOf(preflightRecord({ findings: [finding(changes)] }))[0]?.partialFingerprints;
    const at = (line: number) => ({ location: { file: 'm/1.sql', line } });
    expect(print(at(1))).toEqual(print(at(9)));
    expect(print(at(1))).not.toEqual(print({ ...at(1), table: 'other' }));
  });
});

it('has a result for each finding, in their order', () => {
  const record = blockedRecord();
  expect(resultsOf(record).map(({ ruleId }) => ruleId)).toEqual(record.findings.map(({ rule }) => rule));
});

it('has no more results than a reader takes', () => {
  const findings = Array.from({ length: 6000 }, (_, at) => finding({ table: `t${at}` }));
  expect(resultsOf(preflightRecord({ findings }))).toHaveLength(5000);
});

it.each(HOSTILE)('leads to a file of the repository where a name is %j', (name) => {
  for (const { locations = [] } of resultsOf(hostileRecord(name))) {
    const uri = locations[0]?.physicalLocation?.artifactLocation?.uri ?? '';
    expect(uri).not.toMatch(/[\s<>"'`|\\:?#]/);
    expect(new URL(uri, 'file:///checkout/').protocol).toBe('file:');
  }
});
