import { editDistance } from '../../../../sql/edit-distance.ts';
import { foldName } from '../../../../sql/quote.ts';

/** Whether one name may be the other, misspelt: at most two letters are too many, missing, other ones or exchanged. */
export function resembles(left: string, right: string): boolean {
  return editDistance(lettersOf(left), lettersOf(right)) <= 2;
}

/** Without the signs between words. */
function lettersOf(name: string): string {
  return foldName(name).replace(/[^a-z0-9\u0080-\uffff]/g, '');
}
