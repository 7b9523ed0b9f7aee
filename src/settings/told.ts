import type { Mistake } from '../facts/database.ts';

/** A longer list helps nobody, and takes time to be made. */
const MOST_TOLD = 100;

/** The first mistakes of one kind; that there are more is said, without making them. */
export function told(mistakes: Iterable<Mistake>): Mistake[] {
  const first: Mistake[] = [];
  for (const mistake of mistakes) {
    if (first.length === MOST_TOLD) return [...first, more(mistake)];
    first.push(mistake);
  }
  return first;
}

/** A text of a stranger's within a sentence: as much of it as one can read. */
export function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Stands where the first one stands that is left out. */
function more({ file, line }: Mistake): Mistake {
  return {
    key: 'config',
    message: `there are more than ${MOST_TOLD} mistakes of this kind: the others are not listed.`,
    remedy: 'Correct those first.',
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
  };
}
