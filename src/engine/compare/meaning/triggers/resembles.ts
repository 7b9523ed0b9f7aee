import { foldName } from '../../../../sql/quote.ts';

/** Whether one name may be the other, misspelt: at most two letters or signs are too many, missing or other ones. */
export function resembles(left: string, right: string): boolean {
  return distance(lettersOf(left), lettersOf(right)) <= 2;
}

/** Without the signs between words. */
function lettersOf(name: string): string {
  return foldName(name).replace(/[^a-z0-9\u0080-\uffff]/g, '');
}

/** Levenshtein's. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let line = 1; line <= left.length; line += 1) {
    const next = [line];
    for (let at = 1; at <= right.length; at += 1) {
      const other = left[line - 1] === right[at - 1] ? 0 : 1;
      next.push(Math.min((row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (row[at - 1] ?? 0) + other));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
