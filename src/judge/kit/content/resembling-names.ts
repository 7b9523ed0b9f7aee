import { editDistance } from '../../../sql/edit-distance.ts';

/** Whether one name is the other with a slip of the pen: another case, up to two letters wrong, and not a third of it. */
export function resembles(left: string, right: string): boolean {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  return editDistance(a, b) <= Math.min(2, Math.floor(Math.min(a.length, b.length) / 3));
}
