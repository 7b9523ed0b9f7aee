/** Negative where `left` is the older release. */
export function compareReleases(left: string, right: string): number {
  const [ours, theirs] = [left, right].map((release) => release.split('.').map(Number));
  const differing = [0, 1, 2, 3].find((at) => (ours?.[at] ?? 0) !== (theirs?.[at] ?? 0)) ?? 0;
  return (ours?.[differing] ?? 0) - (theirs?.[differing] ?? 0);
}
