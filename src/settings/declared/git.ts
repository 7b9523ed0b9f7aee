import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 64 * 2 ** 20;

export interface GitPlace {
  folder: string;
  /** Aborts when the run is cancelled. */
  signal?: AbortSignal;
}

/**
 * What git prints; `undefined` where it is not there, refuses, takes too long or prints too much. It only reads the objects
 * that the checkout holds: no network, no hooks, no filters, no pager, and nothing of the step's environment.
 */
export async function git(
  { folder, signal }: GitPlace,
  args: readonly string[],
  input = '',
): Promise<Buffer | undefined> {
  const fixed = ['--no-pager', '--no-replace-objects', '-c', 'protocol.allow=never', '-C', folder];
  return await new Promise((resolve) => {
    const child = spawn('git', [...fixed, ...args], {
      env: environment(),
      // On Windows a program is looked for in the current folder first, and that is the repository's.
      cwd: dirname(process.execPath),
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      ...(signal && { signal }),
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
    });
    const parts: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length;
      parts.push(part);
      if (bytes > MOST_BYTES) child.kill('SIGKILL');
    });
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(parts) : undefined));
    // It may have ended before it read all of it.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** HOME, because a container's checkout is declared safe in the user's config. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, USERPROFILE, SystemRoot } = process.env;
  const fixed = { GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  const own = Object.entries({ PATH, HOME, USERPROFILE, SystemRoot });
  return { ...Object.fromEntries(own.filter(([, value]) => value !== undefined)), ...fixed };
}
