/** How often each size is measured: the fastest time is the one that nothing else on the machine disturbed. */
const TURNS = 5;

/**
 * How many times as long four times the size takes: about 4 where the work grows with the size, 16 where it grows with
 * its square. `prepared` makes what is measured, and its time does not count.
 */
export function growthOf<Prepared = number>(
  measured: (prepared: Prepared) => unknown,
  size: number,
  prepared: (size: number) => Prepared = (given) => given as Prepared,
): number {
  const [small, large] = [prepared(size), prepared(4 * size)];
  const [first, second] = [fastest(() => measured(small)), fastest(() => measured(large))];
  return second / Math.max(first, LEAST_MS);
}

/** Below this a clock measures itself. */
const LEAST_MS = 0.2;

function fastest(act: () => unknown): number {
  const times = Array.from({ length: TURNS }, () => {
    const started = performance.now();
    act();
    return performance.now() - started;
  });
  return Math.min(...times);
}
