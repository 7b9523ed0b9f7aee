import { describe, expect, it } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { PreflightRecord } from '../../../../src/facts/record.ts';
import { renderJunit } from '../../../../src/report/formats/junit/junit.ts';
import { visible } from '../../../../src/text/visible.ts';
import { blockedRecord, failedRecord, finding, preflightRecord } from '../../../support/record.ts';
import { HOSTILE, hostileRecord } from '../../hostile.ts';

interface Suites {
  testsuites: {
    '@tests': string;
    '@failures': string;
    '@errors': string;
    testsuite: { '@name': string; testcase: Record<string, unknown>[] }[];
  };
}

/** Read by a parser that knows nothing of this format. */
function read(record: PreflightRecord): Suites['testsuites'] {
  const text = renderJunit(record);
  expect(XMLValidator.validate(text)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => name === 'testsuite' || name === 'testcase',
    trimValues: false,
    htmlEntities: true,
  });
  return (parser.parse(text) as Suites).testsuites;
}

const casesOf = (record: PreflightRecord) => read(record).testsuite.flatMap(({ testcase }) => testcase);

describe('a run that cleared one database', () => {
  it('passes every criterion', () => {
    const { criteria = [] } = preflightRecord().databases[0] ?? {};
    const suites = read(preflightRecord());
    expect(suites['@failures']).toBe('0');
    expect(suites['@tests']).toBe(String(criteria.length));
    expect(casesOf(preflightRecord()).map((one) => one['@name'])).toEqual(criteria.map(({ text }) => text));
  });

  it('passes a rule that only warns, and tells what it says', () => {
    const record = preflightRecord({
      findings: [finding({ severity: 'warning', database: 'snapshots/goals.db' })],
    });
    const [warned] = casesOf(record).filter((one) => one['@name'] === 'rows-lost');
    expect(warned).not.toHaveProperty('failure');
    expect(String(warned?.['system-out'])).toContain('goals: 3 rows of 45 are gone.');
  });
});

describe('a run that blocks', () => {
  it('fails the case of each rule, at its file and line', () => {
    const record = blockedRecord();
    const cases = casesOf(record);
    for (const { rule, severity, location, message } of record.findings) {
      const own = cases.find((one) => one['@name'] === rule);
      if (severity === 'error') expect(own?.failure).toMatchObject({ '@type': rule });
      expect(JSON.stringify(own)).toContain(JSON.stringify(message).slice(1, -1));
      if (location !== undefined) expect(own?.['@file']).toBe(location.file);
    }
  });

  it('is an error, not a failure, where the set-up is wrong', () => {
    const suites = read(failedRecord('settings'));
    expect(suites['@errors']).toBe('1');
    expect(suites['@failures']).toBe('0');
  });
});

it.each(HOSTILE)('is well-formed where a name is %j', (name) => {
  const names = casesOf(hostileRecord(name)).map((one) => one['@name']);
  expect(names).toContain(visible(name));
});
