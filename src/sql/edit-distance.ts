/** How many letters to add, drop, change or swap with their neighbour. */
export function editDistance(left: string, right: string): number {
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
