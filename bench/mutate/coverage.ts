/** Which parts of source files run while something runs: V8 counts blocks by where they stand in the source. */
import { Session } from 'node:inspector/promises';
import { pathToFileURL } from 'node:url';

/** Stretches of a source, one within the other, and whether they ran. */
type Stretch = [start: number, end: number, ran: boolean];
/** By path of the file. */
export type Coverage = Record<string, Stretch[]>;

/** Counts from now on in `files`; each call gives what ran since the last one. */
export async function startCoverage(files: readonly string[]): Promise<() => Promise<Coverage>> {
  const paths = new Map(files.map((file) => [pathToFileURL(file).href, file]));
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const own = result.filter(({ url }) => paths.has(url));
    return Object.fromEntries(
      own.map(({ url, functions }) => [
        paths.get(url) ?? '',
        functions.flatMap(({ ranges }) =>
          ranges.map(({ startOffset, endOffset, count }): Stretch => [startOffset, endOffset, count > 0]),
        ),
      ]),
    );
  };
}

/** Whether what stands at `at` of a file ran; a function that did not run at all is in no coverage. */
export function hasRun(coverage: Coverage, file: string, at: number): boolean {
  const around = (coverage[file] ?? []).filter(([start, end]) => start <= at && at < end);
  const [narrowest] = around.sort(([a, b], [c, d]) => b - a - (d - c));
  return narrowest?.[2] ?? false;
}
