import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ResultsService } from '../../__tests__/support/results-service.ts';
import { sample } from '../kit/sample.ts';
import { clearedCopyProblems, openShop } from '../kit/shop.ts';
import { type Attempt, attempt } from '../kit/step.ts';
import type { Suite } from '../suite.ts';

type Failure = ResultsService['failure'];

interface Where {
  /** What the service does instead of its work. */
  failure?: Failure;
  env?: Record<string, string | undefined>;
  /** Makes what the runner's variables point to something else. */
  spoil?(place: string): Record<string, string>;
  event?: object;
  /** What must be said. */
  said?: RegExp;
  /** Cancelled while it uploads. */
  cancel?: true;
}

const at =
  (prefix: string, what: number | 'drop'): Failure =>
  (call) =>
    call.startsWith(prefix) ? what : undefined;

/** Fails so many times, and then works. */
function firstTimes(count: number, prefix: string, what: number | 'drop'): () => Failure {
  return () => {
    let failed = 0;
    return (call) => {
      if (!call.startsWith(prefix) || failed >= count) return undefined;
      failed += 1;
      return what;
    };
  };
}

const folderAt = (name: string, variable: string) => (place: string) => {
  const folder = join(place, name);
  mkdirSync(folder);
  return { [variable]: folder };
};

const NOT_UPLOADED = /^::warning::Not uploaded: report/m;

const PLACES: Readonly<Record<string, () => Where>> = {
  'all is well': () => ({}),
  'a fork, whose token may not write (403)': () => ({
    failure: at('CreateArtifact', 403),
    said: NOT_UPLOADED,
  }),
  'a token that has expired (401)': () => ({ failure: at('CreateArtifact', 401), said: NOT_UPLOADED }),
  'a name that is taken (409)': () => ({
    failure: at('CreateArtifact', 409),
    said: /already has an artifact named/,
  }),
  'a service without this call (404)': () => ({ failure: at('CreateArtifact', 404), said: NOT_UPLOADED }),
  'too many requests (429)': () => ({ failure: firstTimes(1, 'CreateArtifact', 429)() }),
  'a service that breaks (500)': () => ({ failure: at('CreateArtifact', 500), said: NOT_UPLOADED }),
  'a service that breaks once (503)': () => ({ failure: firstTimes(1, 'CreateArtifact', 503)() }),
  'a store that refuses (403)': () => ({ failure: at('PUT', 403), said: NOT_UPLOADED }),
  'an upload that is dropped once': () => ({ failure: firstTimes(1, 'PUT', 'drop')() }),
  'a connection that is dropped': () => ({ failure: at('CreateArtifact', 'drop'), said: NOT_UPLOADED }),
  'an upload that is not finalised (400)': () => ({
    failure: at('FinalizeArtifact', 400),
    said: NOT_UPLOADED,
  }),
  'a service that never answers, until the run is cancelled': () => ({
    failure: () => 'hang',
    cancel: true,
    said: /the run was cancelled/,
  }),
  'a server of its own (GHES)': () => ({
    env: { GITHUB_SERVER_URL: 'https://git.example.com' },
    said: NOT_UPLOADED,
  }),
  'no artifact service': () => ({
    env: { ACTIONS_RESULTS_URL: undefined, ACTIONS_RUNTIME_TOKEN: undefined },
    said: NOT_UPLOADED,
  }),
  'a token that is none': () => ({ env: { ACTIONS_RUNTIME_TOKEN: 'x' }, said: NOT_UPLOADED }),
  'a service that is gone': () => ({
    env: { ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/' },
    said: NOT_UPLOADED,
  }),
  'an address that is none': () => ({ env: { ACTIONS_RESULTS_URL: 'nowhere' }, said: NOT_UPLOADED }),
  'no summary': () => ({ env: { GITHUB_STEP_SUMMARY: undefined } }),
  'a summary that is a folder': () => ({
    spoil: folderAt('summary-folder', 'GITHUB_STEP_SUMMARY'),
    said: /^::warning::The job summary was not written/m,
  }),
  'outputs that are a folder': () => ({
    spoil: folderAt('output-folder', 'GITHUB_OUTPUT'),
    said: /^::warning::The outputs were not written/m,
  }),
  'outputs that are not there': () => ({
    spoil: (place) => ({ GITHUB_OUTPUT: join(place, 'nothing/output') }),
    said: /^::warning::The outputs were not written/m,
  }),
  // The official client reads it too, and cannot do without.
  'an event that is no JSON': () => ({
    said: NOT_UPLOADED,
    spoil: (place) => {
      writeFileSync(join(place, 'event'), '{');
      return { GITHUB_EVENT_PATH: join(place, 'event') };
    },
  }),
  'an event that is a folder': () => ({
    spoil: folderAt('event-folder', 'GITHUB_EVENT_PATH'),
    said: NOT_UPLOADED,
  }),
  'no variable of GitHub': () => ({
    env: {
      GITHUB_REPOSITORY: undefined,
      GITHUB_RUN_ID: undefined,
      GITHUB_SERVER_URL: undefined,
      CI: undefined,
    },
  }),
  'a private repository': () => ({ event: { repository: { private: true } } }),
};

export const services: Suite = {
  name: 'services',
  title: 'Without what GitHub offers',
  promise:
    'A token that may not write, a server of its own, an artifact service that refuses, breaks, drops or is not there, files of the runner that cannot be written: the verdict and the exit code stay, and one warning says what is missing.',
  method: `The official artifact client, as it is in the bundle, against a service on the loopback that follows its protocol and fails in ${Object.keys(PLACES).length} ways; and the files and variables of the runner, spoilt or taken away.`,
  count: Object.keys(PLACES).length,
  async cases({ seed, count }) {
    return sample(Object.entries(PLACES), count, seed).map(([name, where]) => ({
      name,
      run: (place) => tryPlace(place, where()),
    }));
  },
};

async function tryPlace(place: string, where: Where): Promise<string[]> {
  const { failure, env = {}, spoil, event, said, cancel } = where;
  const shop = openShop(place, { orders: 100 });
  const service = await new ResultsService().start();
  if (failure !== undefined) service.failure = failure;
  try {
    const run: Attempt = {
      place,
      workspace: shop.workspace,
      inputs: { ...shop.inputs, upload: 'auto', rehearse: 'none' },
      env: { ...service.env(), ...env, ...spoil?.(place) },
      limitMs: 240_000,
      ...(event !== undefined && { event }),
      ...(cancel && { started: (child) => whenCalled(service, () => child.kill('SIGINT')) }),
    };
    const ended = await attempt(run);
    const verdict = ended.report?.verdict ?? 'none';
    return [
      ...ended.problems,
      ...clearedCopyProblems(ended, shop),
      ...(verdict === 'cleared' && ended.exitCode === 0
        ? []
        : [`it ends as ${verdict} with ${ended.exitCode}`]),
      ...(said === undefined || said.test(ended.stdout) ? [] : ['it does not say what is missing']),
      ...(said !== undefined || !/^::warning::/m.test(ended.stdout) ? [] : ['it warns of what is there']),
    ];
  } finally {
    await service.stop();
  }
}

function whenCalled(service: ResultsService, act: () => void): void {
  const waiting = setInterval(() => {
    if (service.calls.length === 0) return;
    clearInterval(waiting);
    act();
  }, 20);
}
