import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { caseFolder, layoutFolder } from '../support/golden/golden-case.ts';
import { strayInCases, strayInLayouts } from '../support/golden/stray-files.ts';
import { PARTS } from '../support/golden/suite.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();

/** A new folder with files in it. */
function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(scratch, 'cases-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('the folders of the golden cases', () => {
  it('hold whole cases and nothing else', () => {
    expect(strayInCases(caseFolder)).toEqual([]);
    expect(strayInLayouts(layoutFolder)).toEqual([]);
  });

  it('may hold the suites, and files that a config names', () => {
    const whole = { 'a/before.sql': '', 'a/expected.json': '', 'a/migration.sql': '', 'a/truth.json': '' };
    const config = { 'a/preflight.yml': 'checks: { statements: app.sql }', 'a/app.sql': '' };
    expect(strayInCases(folderWith({ 'cases.test.ts': '', ...whole, ...config }))).toEqual([]);
  });

  it.each([
    ['a file beside the cases', 'expected.json', 'is in no case'],
    ['a file that no config names', 'a/app.sql', 'is no part of a case'],
    ['a folder inside of a case', 'a/old/expected.json', 'is no part of a case'],
    ['files of a tool where nobody keeps account', 'a/migrations/1.sql', 'is no part of a case'],
    ['a case without its database', 'b/expected.json', 'has no before.sql'],
    ['a case without what is expected', 'b/before.sql', 'has no expected.json'],
  ])('must not hold %s', (_, stray, why) => {
    const folder = folderWith({ 'a/before.sql': '', 'a/expected.json': '', [stray]: '' });
    expect(strayInCases(folder)).toEqual([expect.stringContaining(why)]);
  });

  it('of a layout must not hold a file beside its cases', () => {
    const folder = folderWith({ 'goose/before.sql': '' });
    expect(strayInLayouts(folder)).toEqual([expect.stringContaining('is in no case')]);
  });

  it.each([
    ['the files of its tool', 'truth.json', 'has no migrations'],
    ['what its tool does', 'migrations/1.sql', 'has no truth.json'],
  ])('of a layout must not hold a case without %s', (_, part, why) => {
    const parts = { 'goose/a/before.sql': '', 'goose/a/expected.json': '', [`goose/a/${part}`]: '' };
    expect(strayInLayouts(folderWith(parts))).toEqual([expect.stringContaining(why)]);
  });
});

it('every part of the cases has its suite', () => {
  for (let part = 1; part <= PARTS; part += 1) {
    const suite = readFileSync(join(import.meta.dirname, `cases-${part}.test.ts`), 'utf8');
    expect(suite).toContain(`testCases(${part})`);
  }
});
