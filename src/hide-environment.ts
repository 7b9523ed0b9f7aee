import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/**
 * Takes the environment that this process was started with out of /proc/PID/environ, where every process of the same
 * user can read it: a command of a pull request would find the tokens there that it was not given. Deleting a variable
 * does not do it: that file shows the memory in which the system has put the variables, whatever became of them. Each is
 * set anew first, which moves it elsewhere; so nothing is lost. `false` where that is impossible, as it is without /proc.
 *
 * Only for a process of its own, before it starts anything: under a test runner `process.env` is a copy.
 */
export function hideEnvironment(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const { start, length } = placeOfEnvironment();
    for (const [name, value] of Object.entries(process.env)) process.env[name] = value;
    const memory = openSync('/proc/self/mem', 'r+');
    try {
      return writeSync(memory, Buffer.alloc(length), 0, length, start) === length;
    } finally {
      closeSync(memory);
    }
  } catch {
    // A hardened kernel, or no /proc: SECURITY.md says what then remains.
    return false;
  }
}

/** Fields 50 and 51 of proc(5); the name of the program, the second field, may hold anything. */
function placeOfEnvironment(): { start: number; length: number } {
  const text = readFileSync('/proc/self/stat', 'latin1');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [start, end] = [Number(fields[47]), Number(fields[48])];
  if (!(start > 0 && end > start)) throw new RangeError('the system does not tell where the environment is');
  return { start, length: end - start };
}
