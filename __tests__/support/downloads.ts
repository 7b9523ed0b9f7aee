import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, expect } from '@jest/globals';
import { machine } from './action.ts';
import type { Download } from './download-artifact.ts';
import type { ResultsService } from './results-service.ts';

/**
 * Downloads with the official client into `folder`, and gives back the path. All of a test file come through one
 * process, because the client takes long to load.
 */
export function downloadsInto(folder: string): (name: string, service: ResultsService) => Promise<string> {
  let client: ChildProcess | undefined;
  afterAll(() => client?.disconnect());
  return async (name, service) => {
    client ??= fork(join(import.meta.dirname, 'download-artifact.ts'), {
      env: machine(),
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const path = join(folder, `download-${name}`);
    client.send({ name, path, env: service.env() } satisfies Download);
    const heard = new AbortController();
    const { signal } = heard;
    const [answer] = await Promise.race([
      once(client, 'message', { signal }),
      once(client, 'exit', { signal }),
    ]);
    heard.abort();
    expect(answer).toEqual({});
    return path;
  };
}
