import { readFileSync } from 'node:fs';
import type { ChangeBase } from './host.ts';

/** As far as anybody needs to look at an event: GitHub's own limit is 25 MB. */
interface Payload {
  pull_request?: { base?: { sha?: unknown }; head?: { sha?: unknown } };
  merge_group?: { base_sha?: unknown };
  before?: unknown;
}

/**
 * Where the change begins that started the workflow, by the event's payload: before it, a pull request's declarations were
 * not there. `undefined` where nothing was changed, as in a scheduled run.
 */
export function changeBase(env: NodeJS.ProcessEnv): ChangeBase | undefined {
  const { pull_request: pull, merge_group: group, before } = payloadAt(env.GITHUB_EVENT_PATH);
  if (pull !== undefined) {
    const head = shaOf(pull.head?.sha);
    const branch = env.GITHUB_BASE_REF ? [`refs/remotes/origin/${env.GITHUB_BASE_REF}`] : [];
    const commits = [...[shaOf(pull.base?.sha) ?? []].flat(), ...branch];
    return { kind: 'pull request', commits, ...(head !== undefined && { head }) };
  }
  if (group !== undefined) return { kind: 'merge group', commits: [shaOf(group.base_sha) ?? []].flat() };
  const pushed = shaOf(before);
  return pushed === undefined ? undefined : { kind: 'push', commits: [pushed] };
}

function payloadAt(path: string | undefined): Payload {
  try {
    return Object(path ? JSON.parse(readFileSync(path, 'utf8')) : {}) as Payload;
  } catch {
    return {};
  }
}

/** A commit; a new branch has none before it, which is all zeros. */
function shaOf(value: unknown): string | undefined {
  const isCommit = typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value) && !/^0+$/.test(value);
  return isCommit ? value : undefined;
}
