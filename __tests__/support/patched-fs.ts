import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Runs `act` while a function of node:fs is another one: for disks and for moments that no test can have. */
export async function withFs<Name extends 'openSync' | 'statfsSync', Result>(
  name: Name,
  make: (real: (typeof fs)[Name]) => (...given: never[]) => unknown,
  act: () => Result | Promise<Result>,
): Promise<Result> {
  const real = fs[name];
  Object.assign(fs, { [name]: make(real) });
  syncBuiltinESMExports();
  try {
    return await act();
  } finally {
    Object.assign(fs, { [name]: real });
    syncBuiltinESMExports();
  }
}
