import type { Measured } from './measures.ts';
import type { Cost } from './timed.ts';

export interface Goal {
  text: string;
  reached: string;
  met: boolean;
}

/** A tool that is `least` times as expensive, or this program that is `most` times as expensive. */
const cheaper = (text: string, theirs: Cost, ours: Cost, least: number): Goal => {
  const times = theirs.cpu / ours.cpu;
  return { text, reached: `${times.toFixed(1)} x`, met: times >= least };
};
const dearer = (text: string, ours: Cost, theirs: Cost, most: number): Goal => {
  const times = ours.cpu / theirs.cpu;
  return { text, reached: `${times.toFixed(2)} x`, met: times <= most };
};

/** The goals hold for a database of 1000 MB; for smaller ones they only show the way. All ratios are of CPU seconds. */
export function goalsOf({ diffs, cmp, rehearsal, orphans, whole }: Measured): Goal[] {
  const own = [...Object.values(diffs).map(({ ours }) => ours), rehearsal.ours, orphans.ours, whole.ours];
  const peak = Math.max(...own.map(({ peak = Number.NaN }) => peak));
  const of = (name: keyof typeof diffs) => [diffs[name].theirs, diffs[name].ours] as const;
  return [
    cheaper('additive: diff at least 50 x cheaper than sqldiff --summary', ...of('additive'), 50),
    dearer('additive: diff at most 1.5 x cmp', diffs.additive.ours, cmp, 1.5),
    cheaper('one table filled: diff at least 25 x cheaper than sqldiff --summary', ...of('filled'), 25),
    cheaper('one table rebuilt: diff at least 25 x cheaper than sqldiff --summary', ...of('rebuild'), 25),
    cheaper('VACUUM: diff at least 12 x cheaper than sqldiff --summary', ...of('vacuum'), 12),
    { text: 'no process above 200 MB', reached: `${peak.toFixed(0)} MB`, met: peak <= 200 },
    dearer('rehearsal at most 1.15 x the sqlite3 shell', rehearsal.ours, rehearsal.theirs, 1.15),
    cheaper('orphans at least 10 x cheaper than foreign_key_check', orphans.theirs, orphans.ours, 10),
    dearer('whole run at most 0.5 x the script', whole.ours, whole.theirs, 0.5),
  ];
}
