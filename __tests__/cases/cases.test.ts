import { describe, expect, it } from '@jest/globals';
import { caseNames, goldenCase, spelt } from '../support/cases.ts';
import { judged, measured } from '../support/preflight.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();

describe('golden cases', () => {
  it.each(caseNames)('%s', async (name) => {
    const { schema, migration, wishes, expected } = await goldenCase(name);
    const record = judged(measured(folder, schema, migration, wishes), wishes);
    expect(record.findings.map(spelt)).toEqual(expected.findings);
    expect(record.verdict).toBe(expected.verdict);
  });
});
