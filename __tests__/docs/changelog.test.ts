import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { notesOf, releasesIn } from '../../scripts/release-notes.ts';
import { VERSION } from '../../src/version.ts';

const root = join(import.meta.dirname, '../..');
const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');

const EXAMPLE = `# Changelog

## Unreleased

## 1.1.0 - 2026-02-03

### Fixed

- A bug.

## [1.0.0] - 2026-01-31

### Added

- Everything.
`;

describe('release notes', () => {
  it('are the section of a version, up to the next one', () => {
    expect(notesOf(EXAMPLE, '1.1.0')).toEqual({ notes: '### Fixed\n\n- A bug.' });
    expect(notesOf(EXAMPLE, 'v1.0.0')).toEqual({ notes: '### Added\n\n- Everything.' });
  });

  it('are missing for a version that the changelog does not have', () => {
    const problem = 'CHANGELOG.md has no section for 1.0. It has: Unreleased, 1.1.0, 1.0.0.';
    expect(notesOf(EXAMPLE, '1.0')).toEqual({ problem });
  });

  it('are missing for a section without a word', () => {
    expect(notesOf(EXAMPLE, 'unreleased')).toEqual({
      problem: 'CHANGELOG.md says nothing about unreleased.',
    });
  });

  it('refuse a heading that names no version', () => {
    expect(() => releasesIn('## 1.0.0 (soon)\n')).toThrow('"## 1.0.0 (soon)" is no heading of a version.');
  });

  it.each([
    [['Unreleased'], 0, /^### /, /^$/],
    [['99.0.0'], 1, /^$/, /^CHANGELOG\.md has no section for 99\.0\.0\. It has: /],
    [[], 1, /^$/, /^Which version\? /],
  ])('are printed by the script, for %j with exit code %i', (versions, exitCode, printed, said) => {
    const script = join(root, 'scripts/release-notes.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...versions], {
      encoding: 'utf8',
    });
    expect([status, stdout, stderr]).toEqual([
      exitCode,
      expect.stringMatching(printed),
      expect.stringMatching(said),
    ]);
  });
});

describe('CHANGELOG.md', () => {
  const releases = releasesIn(changelog);
  const [unreleased, ...released] = releases;

  it('begins with what is not released', () => {
    expect([unreleased?.version, unreleased?.date]).toEqual(['Unreleased', undefined]);
  });

  it('gives each release a semantic version and a date, the newest first', () => {
    for (const { version, date } of released) {
      expect(version).toMatch(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/);
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    const dates = released.map(({ date = '' }) => date);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('has the version of the code as its newest release, once there is one', () => {
    expect(released[0]?.version ?? VERSION).toBe(VERSION);
  });

  it('sorts its entries under the headings of Keep a Changelog', () => {
    const headings = releases.flatMap(({ notes }) =>
      [...notes.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading),
    );
    const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
    expect(headings.filter((heading) => !known.includes(heading ?? ''))).toEqual([]);
    for (const { notes } of releases) expect(notes).toMatch(/^$|^### /);
  });
});
