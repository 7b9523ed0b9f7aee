/** How often each size is measured: the least is what nothing else disturbed. */
const TURNS = 5;
const FACTOR = 8;
/** Below this a clock measures itself. */
const LEAST_MS = 0.2;

/** What `growthOf` may give where the work grows with the size: well below what its square would give. */
export const LINEAR = 1.7;

/**
 * By which power of its size the work grows: 1 where it grows with the size, 2 where it grows with its square. Measured
 * are `size` and eight times as much. `prepared` makes what is measured, and its time does not count.
 */
export function growthOf<Prepared = number>(
  measured: (prepared: Prepared) => unknown,
  size: number,
  prepared: (size: number) => Prepared = (given) => given as Prepared,
): number {
  const [small, large] = [prepared(size), prepared(FACTOR * size)];
  const [first, second] = [leastMs(() => measured(small)), leastMs(() => measured(large))];
  return Math.log(second / Math.max(first, LEAST_MS)) / Math.log(FACTOR);
}

/** Of this thread alone: on a machine that others use, what takes long by the clock is what was interrupted. */
function leastMs(act: () => unknown): number {
  const times = Array.from({ length: TURNS }, () => {
    const before = process.threadCpuUsage();
    act();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
