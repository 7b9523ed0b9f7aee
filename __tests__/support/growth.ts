/** How often each size is measured: the fastest time is the one that nothing else on the machine disturbed. */
const TURNS = 5;
const FACTOR = 8;
/** Below this a clock measures itself. */
const LEAST_MS = 0.2;

/** What `growthOf` may give where the work grows with the size: well below what its square would give. */
export const LINEAR = 1.5;

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
  const [first, second] = [fastest(() => measured(small)), fastest(() => measured(large))];
  return Math.log(second / Math.max(first, LEAST_MS)) / Math.log(FACTOR);
}

function fastest(act: () => unknown): number {
  const times = Array.from({ length: TURNS }, () => {
    const started = performance.now();
    act();
    return performance.now() - started;
  });
  return Math.min(...times);
}
