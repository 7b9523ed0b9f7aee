import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchedInLines } from './activity-log.ts';
import { changeBase } from './change-base.ts';
import { FAULTS } from './failure.ts';
import type { Host } from './host.ts';
import { Step } from './publish/step.ts';
import { reasonOf } from './reason.ts';
import { writer } from './writer.ts';

/** A step of a GitHub Actions job: inputs from INPUT_*, everything else through the runner's files and commands. */
export function githubHost(env: NodeJS.ProcessEnv): Host {
  const temp = env.RUNNER_TEMP || tmpdir();
  const write = writer(process.stdout);
  const change = changeBase(env);
  // Loading it takes longer than a small database: it happens while the engine works.
  const loading = import(/* webpackChunkName: "actions-core" */ '@actions/core');
  // Nobody waits for it yet: a rejection must not end the process before the run has said why.
  loading.catch(() => {});
  return {
    inputs: inputsOf(env),
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    defaultOutput: join(temp, 'preflight'),
    ...(env.GITHUB_EVENT_NAME && { event: env.GITHUB_EVENT_NAME }),
    ...(change && { change }),
    progress: (text) => write(text),
    watch: watchedInLines((line) => write(line)),
    publish: async (record, options) => {
      const core = await loading.catch((error: unknown) => reasonOf(error));
      if (typeof core !== 'string') {
        // With the reports, which nobody needs before.
        const { publishInStep } = await import(/* webpackChunkName: "preflight" */ './publish/in-step.ts');
        return await publishInStep(new Step(core, write), env, record, options);
      }
      // Without it no output and no annotation can be made, so nothing may look as if the gate had opened.
      write(`${FAULTS.preflight}: a part of the program could not be loaded: ${core}.`);
      return 3;
    },
  };
}

/** The runner keeps the dashes of an input's name, and puts it in upper case. */
function inputsOf(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const inputs = Object.entries(env).filter(([name]) => name.startsWith('INPUT_'));
  return Object.fromEntries(
    inputs.map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value]),
  );
}
