/** The known word nearest to `word`, when it is at most a third of its letters away, and so of three letters at least. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length < 3) return undefined;
  const most = Math.floor(word.length / 3);
  const possible = known.filter(({ length }) => Math.abs(length - word.length) <= most);
  const ranked = possible.map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate) }));
  const best = ranked.toSorted((a, b) => a.away - b.away)[0];
  return best !== undefined && best.away <= most ? best.candidate : undefined;
}

/** How many letters to add, drop, change or swap with their neighbour. */
function distance(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 0; i < left.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < right.length; j += 1) {
      const changed = (row[j] ?? 0) + (left[i] === right[j] ? 0 : 1);
      const swapped = i > 0 && j > 0 && left[i] === right[j - 1] && left[i - 1] === right[j];
      const ways = [(next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, changed];
      next.push(Math.min(...ways, ...(swapped ? [(before[j - 1] ?? 0) + 1] : [])));
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
