import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeScratch, removeFolder } from '../../src/supervisor/scratch-folder.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();
const HOUR_AGO = new Date(Date.now() - 3_600_000);

/** A scratch folder as a run of process `pid` would have made it, an hour ago. */
function leftBy(temp: string, pid: number, when = HOUR_AGO): string {
  const made = makeScratch(temp);
  const left = join(temp, basename(made).replace(`-${process.pid}-`, `-${pid}-`));
  if (left !== made) renameSync(made, left);
  writeFileSync(join(left, 'before.db'), 'data of production');
  utimesSync(left, when, when);
  return left;
}

/** The number of a process that has just ended. */
function ended(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid;
}

describe('a scratch folder', () => {
  it('is for its owner alone', () => {
    expect(statSync(makeScratch(join(folder, 'new'))).mode & 0o077).toBe(0);
  });

  it('that a killed run left is removed by the next one', () => {
    const temp = join(folder, 'killed');
    const left = leftBy(temp, ended());
    makeScratch(temp);
    expect(existsSync(left)).toBe(false);
  });

  it.each([
    ['of a run that is at work', (temp: string) => leftBy(temp, process.pid)],
    ['that was made a moment ago', (temp: string) => leftBy(temp, ended(), new Date())],
    [
      'of another host',
      (temp: string) => {
        const left = leftBy(temp, ended());
        const foreign = left.replace(/preflight-copies-[0-9a-f]{8}-/, 'preflight-copies-00000000-');
        renameSync(left, foreign);
        return foreign;
      },
    ],
    [
      'that only looks like one',
      (temp: string) => {
        const other = join(temp, `preflight-copies-${ended()}`);
        mkdirSync(other, { recursive: true });
        utimesSync(other, HOUR_AGO, HOUR_AGO);
        return other;
      },
    ],
  ])('%s stays', (what, make) => {
    const temp = join(folder, what);
    const kept = make(temp);
    makeScratch(temp);
    expect(existsSync(kept)).toBe(true);
  });

  it('that cannot be removed is told in a sentence, and throws nothing', () => {
    // A name that is too long for the file system fails for root too.
    expect(removeFolder(join(folder, 'x'.repeat(300))).problem).toMatch(
      /could not be removed \(.+\): remove them by hand/,
    );
    expect(removeFolder(join(folder, 'not-there'))).toEqual({});
  });
});
