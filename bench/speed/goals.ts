import type { Own } from './engine.ts';
import type { Measured, Pair } from './measures.ts';
import type { Cost } from './timed.ts';

export interface Goal {
  text: string;
  /** By the work alone, and by the whole process. Only the first decides, where there are two. */
  figures: string[];
  met: boolean;
}

/** A tool that is `least` times as expensive as the step. */
const cheaper = (text: string, { ours, theirs }: Pair, least: number): Goal => ({
  text: `${text}: at least ${least} x cheaper`,
  figures: [theirs.cpu / ours.work, theirs.cpu / ours.cpu].map((times) => `${times.toFixed(1)} x`),
  met: theirs.cpu / ours.work >= least,
});

/** The step is `most` times as expensive as a tool. */
const dearer = (text: string, ours: Own, theirs: Cost, most: number): Goal => ({
  text: `${text}: at most ${most} x as dear`,
  figures: [ours.work / theirs.cpu, ours.cpu / theirs.cpu].map((times) => `${times.toFixed(2)} x`),
  met: ours.work / theirs.cpu <= most,
});

/** The goals hold for a database of 1000 MB; for smaller ones they only show the way. All ratios are of CPU seconds. */
export function goalsOf({ diffs, cmp, rehearsal, orphans, whole }: Measured): Goal[] {
  const own = [...Object.values(diffs).map(({ ours }) => ours), rehearsal.ours, orphans.ours, whole.ours];
  const peak = Math.max(...own.map(({ peak = Number.NaN }) => peak));
  const share = whole.ours.cpu / whole.theirs.cpu;
  return [
    cheaper('diff, nothing rewritten, and `sqldiff --summary`', diffs.additive, 50),
    dearer('diff, nothing rewritten, and `cmp` of equal files', diffs.additive.ours, cmp, 1.5),
    cheaper('diff, one table filled, and `sqldiff --summary`', diffs.filled, 25),
    cheaper('diff, the largest table rebuilt, and `sqldiff --summary`', diffs.rebuild, 25),
    cheaper('diff, VACUUM, and `sqldiff --summary`', diffs.vacuum, 12),
    dearer('rehearsal and the `sqlite3` shell', rehearsal.ours, rehearsal.theirs, 1.15),
    cheaper('rows without a parent and `foreign_key_check`', orphans, 10),
    {
      text: 'whole run and the script: at most 0.5 x as dear',
      figures: ['', `${share.toFixed(2)} x`],
      met: share <= 0.5,
    },
    { text: 'no process above 200 MB', figures: ['', `${peak.toFixed(0)} MB`], met: peak <= 200 },
  ];
}
