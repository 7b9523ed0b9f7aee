/** Whether one name is the other with a slip of the pen: another case, up to two letters wrong, and not a third of it. */
export function resembles(left: string, right: string): boolean {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  return distance(a, b) <= Math.min(2, Math.floor(Math.min(a.length, b.length) / 3));
}

/** Letters to insert, to delete, to change or to swap with their neighbour so that one text becomes the other. */
function distance(a: string, b: string): number {
  let earlier: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (earlier[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swapped));
    }
    earlier = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
