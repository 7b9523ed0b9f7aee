import type { Mistake } from '../../facts/database.ts';

/** The config file as plain data, with the place of each key. */
export interface Config {
  /** Relative to the workspace; absent where there is none. */
  file?: string;
  values: Readonly<Record<string, unknown>>;
  /** There is a file, but what it says is not known. */
  broken: boolean;
  mistakes: Mistake[];
  /** 1-based line of the value at `path`, or of the nearest thing around it; with `key`, of that key inside. */
  line(path: readonly PropertyKey[], key?: string): number | undefined;
}

/** No config file. Also stands in for it where a value came from an input. */
export const NO_CONFIG: Config = { values: {}, broken: false, mistakes: [], line: () => undefined };

/** Where the value at `path` was written, for a mistake. */
export function placeOf(
  { file, line }: Pick<Config, 'file' | 'line'>,
  path: readonly PropertyKey[],
  key?: string,
): Pick<Mistake, 'file' | 'line'> {
  const at = line(path, key);
  return { ...(file !== undefined && { file }), ...(at !== undefined && { line: at }) };
}
