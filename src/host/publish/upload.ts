import { dirname } from 'node:path';
import { reasonOf } from '../reason.ts';
import { neutralise } from '../writer.ts';
import type { Upload } from './artifacts.ts';

export interface UploadLimits {
  env: NodeJS.ProcessEnv;
  retentionDays?: number;
  signal?: AbortSignal;
  /** For all artifacts together. */
  limitMs?: number;
}

/** An artifact on the server, or in a sentence why it is not there. */
export type Uploaded = { upload: Upload } & ({ id: string; url?: string } | { problem: string });

const LIMIT_MS = 15 * 60_000;

/** How long a process with an abandoned upload may live on: time to remove the copies. */
const GRACE_MS = 3000;

/**
 * Uploads through the official client, all at once. Never rejects, and ends within its limit or when the run is
 * cancelled: a report that is on disk has nothing to wait for.
 */
export async function uploadArtifacts(uploads: readonly Upload[], limits: UploadLimits): Promise<Uploaded[]> {
  if (uploads.length === 0) return [];
  const { env, signal, limitMs = LIMIT_MS } = limits;
  const problem = serviceProblem(env);
  if (problem !== undefined) return uploads.map((upload) => ({ upload, problem }));
  const end = new EarlyEnd(limitMs, signal);
  try {
    return await Promise.all(uploads.map((upload) => attempt(upload, limits, end)));
  } finally {
    end.clear();
  }
}

/** Known beforehand, so that the client need neither be loaded nor say it in its own words. */
function serviceProblem(env: NodeJS.ProcessEnv): string | undefined {
  if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) return 'there is no artifact service here.';
  const server = URL.parse(env.GITHUB_SERVER_URL || 'https://github.com')?.hostname ?? '';
  if (/^github\.com$|\.ghe\.com$|\.localhost$/i.test(server)) return undefined;
  return `the artifact client works with github.com only, and this is ${server}; a step of its own can upload them.`;
}

async function attempt(upload: Upload, limits: UploadLimits, end: EarlyEnd): Promise<Uploaded> {
  try {
    const id = String(await Promise.race([send(upload, limits), end.reached]));
    const url = urlOf(limits.env, id);
    return { upload, id, ...(url !== undefined && { url }) };
  } catch (error) {
    return { upload, problem: explain(reasonOf(error), upload.name) };
  }
}

async function send({ name, files }: Upload, { retentionDays }: UploadLimits): Promise<number> {
  // The client prints the name as it is.
  if (neutralise(name) !== name) throw new Error('its name holds what a log must not show');
  // The client is nearly all of the bundle: it is loaded only when something is uploaded.
  const { DefaultArtifactClient } = await import(
    /* webpackChunkName: "artifact-client" */ '@actions/artifact'
  );
  const options = retentionDays === undefined ? {} : { retentionDays };
  const { id } = await new DefaultArtifactClient().uploadArtifact(
    name,
    files,
    dirname(files[0] ?? ''),
    options,
  );
  if (id === undefined) throw new Error('the service gave it no id');
  return id;
}

function urlOf(env: NodeJS.ProcessEnv, id: string): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  if (!server || !repository || !run) return undefined;
  return `${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
}

function explain(reason: string, name: string): string {
  if (/\(409\)/.test(reason)) {
    return `this run already has an artifact named ${name}. Give each job its own \`artifact-name\`, for example with \${{ strategy.job-index }} in it.`;
  }
  return `${reason.replace(/\.$/, '')}.`;
}

/** Rejects when time is up or the run is cancelled. */
class EarlyEnd {
  readonly reached: Promise<never>;
  readonly #timer: NodeJS.Timeout;
  readonly #signal: AbortSignal | undefined;
  #cancel = (): void => {};

  constructor(limitMs: number, signal: AbortSignal | undefined) {
    this.#signal = signal;
    const { promise, reject } = Promise.withResolvers<never>();
    const abandon = (reason: string) => {
      reject(new Error(reason));
      // The client cannot be stopped and would keep the process up; by now everything else has been said.
      setTimeout(() => process.exit(process.exitCode ?? 3), GRACE_MS).unref();
    };
    this.#cancel = () => abandon('the run was cancelled');
    this.#timer = setTimeout(() => abandon(`it took longer than ${limitMs / 60_000} minutes`), limitMs);
    signal?.addEventListener('abort', this.#cancel, { once: true });
    this.reached = promise;
    // Nobody may be listening when it comes.
    promise.catch(() => {});
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#cancel);
  }
}
