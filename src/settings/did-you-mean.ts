import { editDistance } from '../sql/edit-distance.ts';

/** The known word nearest to `word`, when it is at most a third of its letters away, and so of three letters at least. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length < 3) return undefined;
  const most = Math.floor(word.length / 3);
  const possible = known.filter(({ length }) => Math.abs(length - word.length) <= most);
  const ranked = possible.map((candidate) => ({
    candidate,
    away: editDistance(word.toLowerCase(), candidate),
  }));
  const best = ranked.toSorted((a, b) => a.away - b.away)[0];
  return best !== undefined && best.away <= most ? best.candidate : undefined;
}
