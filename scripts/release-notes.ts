import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Prints the section of CHANGELOG.md for one version: `npm run release-notes -- 1.2.3`, or `Unreleased`. */

/** `## 1.2.3 - 2026-01-31`; brackets around the version, and the date, may be absent. */
const HEADING = /^## \[?([^\s\]]+)\]?(?: - (\d{4}-\d{2}-\d{2}))?$/;

export interface Release {
  version: string;
  /** ISO date; absent for what is not released. */
  date?: string;
  /** What stands below the heading, without blank lines around it. */
  notes: string;
}

/** The sections of a changelog, in their order. */
export function releasesIn(changelog: string): Release[] {
  return changelog
    .split(/^(?=## )/m)
    .filter((section) => section.startsWith('## '))
    .map((section) => {
      const [heading = '', ...lines] = section.split(/\r?\n/);
      const [, version, date] = HEADING.exec(heading) ?? [];
      if (version === undefined) throw new Error(`CHANGELOG.md: "${heading}" is no heading of a version.`);
      return { version, ...(date !== undefined && { date }), notes: lines.join('\n').trim() };
    });
}

/** The notes of a version, which may be written as a tag (`v1.2.3`); or the sentence that says why there are none. */
export function notesOf(changelog: string, version: string): { notes: string } | { problem: string } {
  const wanted = version.replace(/^v(?=\d)/, '').toLowerCase();
  const releases = releasesIn(changelog);
  const found = releases.find((release) => release.version.toLowerCase() === wanted);
  const known = `It has: ${releases.map((release) => release.version).join(', ')}.`;
  if (found === undefined) return { problem: `CHANGELOG.md has no section for ${version}. ${known}` };
  if (found.notes === '') return { problem: `CHANGELOG.md says nothing about ${version}.` };
  return { notes: found.notes };
}

if (import.meta.main) {
  const [version] = process.argv.slice(2);
  const changelog = readFileSync(join(import.meta.dirname, '../CHANGELOG.md'), 'utf8');
  const result =
    version === undefined
      ? { problem: 'Which version? For example: npm run release-notes -- 1.2.3' }
      : notesOf(changelog, version);
  if ('notes' in result) console.log(result.notes);
  else {
    console.error(result.problem);
    process.exitCode = 1;
  }
}
