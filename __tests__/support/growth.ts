const FACTOR = 8;
/** The system counts a thread's time in ticks of several ms. */
const LEAST_MS = 20;

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
  const first = Math.min(
    averageMs(() => measured(small)),
    averageMs(() => measured(small)),
  );
  const growth = () => Math.log(averageMs(() => measured(large)) / first) / Math.log(FACTOR);
  const seen = growth();
  // What disturbs can only make it longer, so a second look at what takes long is for what would fail.
  return seen < LINEAR ? seen : Math.min(seen, growth());
}

/**
 * Time of this thread alone: on a machine that others use, what takes long by the clock is what was interrupted. Of many
 * runs where one is too short to be measured.
 */
function averageMs(act: () => unknown): number {
  const before = process.threadCpuUsage();
  for (let runs = 1; ; runs += 1) {
    act();
    const { user, system } = process.threadCpuUsage(before);
    const spent = (user + system) / 1000;
    if (spent >= LEAST_MS) return spent / runs;
  }
}
