import { describe, expect, it } from '@jest/globals';
import { caseNames, formatFinding, goldenCase } from '../support/cases.ts';
import { judged, measured } from '../support/preflight.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();

describe('golden cases', () => {
  it.each(caseNames)('%s', async (name) => {
    const { schema, migration, settings, expected } = await goldenCase(name);
    const record = judged(measured(folder, schema, migration, settings), settings);
    expect(record.findings.map(formatFinding)).toEqual(expected.findings);
    expect(record.verdict).toBe(expected.verdict);
  });
});
