import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { PreflightRecord } from '../../src/facts/record.ts';
import { isKnownPrivate, planUploads } from '../../src/host/publish/artifacts.ts';
import { linesOf, outputs, outputsOf } from '../../src/host/publish/outputs.ts';
import { writeReports } from '../../src/host/publish/write-reports.ts';
import { formats } from '../../src/report/formats/index.ts';
import { scratchFolder, writeText } from '../support/scratch.ts';
import { findingOf, REPORT_FILES, recordOf } from './records.ts';

const folder = scratchFolder();

/** A record of as many databases, each migrated. */
function migrated(number: number): PreflightRecord {
  const all = Array.from({ length: number }, (_, at) =>
    recordOf({}, { migratedDatabase: `/copies/shop-${at + 1}.migrated.db` }),
  );
  return { ...recordOf(), databases: all.flatMap(({ databases }) => databases) };
}

describe('the plan of the uploads', () => {
  const planOf = (
    record: PreflightRecord,
    upload: 'auto' | 'all' | 'report' | 'never',
    { isPrivate = false, signal }: { isPrivate?: boolean; signal?: AbortSignal } = {},
  ) => {
    const options = { upload, artifactName: 'checks', ...(signal && { signal }) };
    const { uploads, notice } = planUploads(record, [], options, isPrivate);
    return { names: uploads.map(({ name }) => name), kept: notice !== undefined };
  };

  it('takes the database along where the repository is private, or the user says so', () => {
    const both = { names: ['checks', 'checks-database'], kept: false };
    expect(planOf(migrated(1), 'auto', { isPrivate: true })).toEqual(both);
    expect(planOf(migrated(1), 'all')).toEqual(both);
    expect(planOf(migrated(1), 'auto')).toEqual({ names: ['checks'], kept: true });
    expect(planOf(migrated(1), 'report', { isPrivate: true })).toEqual({ names: ['checks'], kept: false });
    expect(planOf(migrated(1), 'never', { isPrivate: true })).toEqual({ names: [], kept: false });
  });

  it('says of no database that it is kept back where none was migrated', () => {
    for (const wish of ['auto', 'all'] as const)
      expect(planOf(recordOf(), wish)).toEqual({ names: ['checks'], kept: false });
  });

  it('is empty, with a reason, where the run was cancelled', () => {
    const signal = AbortSignal.abort();
    expect(planOf(migrated(1), 'all', { signal })).toEqual({ names: [], kept: true });
  });

  it('has an artifact for each of up to 20 databases, and one for more', () => {
    const { names } = planOf(migrated(20), 'all');
    expect([names.length, names[1], names[20]]).toEqual([
      21,
      'checks-database-shop-1',
      'checks-database-shop-20',
    ]);
    expect(planOf(migrated(21), 'all').names).toEqual(['checks', 'checks-database']);
  });
});

describe('a repository', () => {
  it.each([
    ['{"repository":{"private":true}}', true],
    ['{"repository":{"visibility":"private"}}', true],
    ['{"repository":{"visibility":"internal"}}', true],
    ['{"repository":{"private":"true"}}', false],
    ['{"repository":{"private":false,"visibility":"public"}}', false],
    ['{"repository":null}', false],
    ['{}', false],
    ['null', false],
    ['not JSON', false],
  ])('of the event %s is known to be private: %s', (event, known) => {
    expect(isKnownPrivate(writeText(folder, 'event.json', event))).toBe(known);
  });

  it('without an event is not known to be private', () => {
    expect(isKnownPrivate(undefined)).toBe(false);
    expect(isKnownPrivate(join(folder, 'no-such-event.json'))).toBe(false);
  });
});

describe('the outputs', () => {
  it('are those of action.yml', () => {
    const action = parse(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8')) as {
      outputs: object;
    };
    expect(outputs.map(({ name }) => name)).toEqual(Object.keys(action.outputs));
  });

  it('are the verdict and the numbers, and the paths that are known', () => {
    const findings = [findingOf(), findingOf(), findingOf({ severity: 'warning' })];
    const record = recordOf({ verdict: 'blocked', exitCode: 1, findings });
    const place = mkdtempSync(join(folder, 'outputs-'));
    expect(outputsOf(record, writeReports(record, place))).toEqual({
      ...{ verdict: 'blocked', errors: '2', warnings: '1', orphans: '3', 'migrated-database': '' },
      ...Object.fromEntries(formats.map(({ output, file }) => [output, join(place, file)])),
    });
  });

  it('say that the gate broke where the reports are not there', () => {
    expect(outputsOf(recordOf(), { problem: 'x' })).toMatchObject({ verdict: 'failed', 'report-json': '' });
  });

  it('of several databases keep the line of each, and are no line where there is nothing', () => {
    expect(linesOf([undefined, 'a', undefined])).toBe('\na\n');
    expect(linesOf([undefined, undefined])).toBe('');
  });
});

describe('the reports', () => {
  it('are written into a folder that is there, and into one whose parents are not', () => {
    const place = join(folder, 'some', 'where');
    for (const _ of ['new', 'old']) {
      expect(writeReports(recordOf(), place)).toMatchObject(
        REPORT_FILES.map(() => ({ path: expect.any(String) })),
      );
      expect(readdirSync(place).toSorted()).toEqual(REPORT_FILES);
    }
  });

  it('that cannot be made are no fault of the folder', () => {
    const place = mkdtempSync(join(folder, 'unmade-'));
    const { databases: _, ...broken } = recordOf();
    expect(writeReports(broken as PreflightRecord, place)).toEqual({
      problem: expect.stringMatching(/^the reports cannot be made: [^:]+\.$/),
    });
  });

  it('that cannot be written are told with the place, the reason and what to do', () => {
    const place = join(folder, 'a-file');
    writeFileSync(place, '');
    expect(writeReports(recordOf(), join(place, 'reports'))).toEqual({
      problem: expect.stringMatching(
        /^the reports cannot be written to .*a-file.reports: ENOTDIR.*\. Give another folder as `output`\.$/,
      ),
    });
  });
});
