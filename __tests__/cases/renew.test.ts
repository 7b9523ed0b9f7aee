import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { expectedFrom } from '../support/golden/expected.ts';
import type { GoldenCase } from '../support/golden/golden-case.ts';
import { caseMeasurer } from '../support/golden/measure-case.ts';
import { renew } from '../support/golden/renew.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();
const measure = caseMeasurer(folder);

/** A case that loses rows, in a folder of its own, with other files than it has. */
async function lossy(files: Partial<Pick<GoldenCase, 'expected' | 'truth'>>) {
  const measured = await measure('a-delete-without-a-condition');
  const place = mkdtempSync(join(folder, 'case-'));
  const file = join(place, 'expected.json');
  const written = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
  return { measured: { ...measured, golden: { ...measured.golden, ...files, place } }, written };
}

const LOST = 'error rows-lost logs 3 line 1';

it('a new case is written when it is renewed, and not before', async () => {
  const { measured, written } = await lossy({ expected: undefined });
  const said = expectedFrom(measured.record);
  expect(said.findings).toContain(LOST);
  const lines = [`verdict ${said.verdict}`, ...said.findings].map((line) => `+ ${line}`);
  const news = { lines, differs: true, contradicts: false };
  expect(renew(measured, false)).toEqual({ ...news, written: false });
  expect(written()).toBeUndefined();
  expect(renew(measured, true)).toEqual({ ...news, written: true });
  expect(written()).toEqual(said);
});

it('a case that is as expected is not touched', async () => {
  const { measured, written } = await lossy({});
  const nothing = { lines: [], differs: false, contradicts: false, written: false };
  expect(renew(measured, true)).toEqual(nothing);
  expect(written()).toBeUndefined();
});

it.each([
  ['a truth with another number', { findings: ['error rows-lost logs 2 line 1'] }],
  ['a truth with another finding', { findings: [LOST, 'error values-changed logs'] }],
  ['no truth, of a case that has to be cleared', {}],
])('nothing is written against %s', async (_, truth) => {
  const { measured, written } = await lossy({ truth, expected: undefined });
  expect(renew(measured, true)).toMatchObject({ differs: true, contradicts: true, written: false });
  expect(written()).toBeUndefined();
});
