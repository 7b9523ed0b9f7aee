import { readFileSync } from 'node:fs';
import type { PreflightRecord } from '../../facts/record.ts';
import type { CommentWish } from '../../facts/settings.ts';
import { digestOf, formerOf, renderComment, renderNeutral } from '../../report/formats/comment/comment.ts';
import { reasonOf } from '../reason.ts';

/** Where the comment is, that there is none, or why it could not be written. */
export type Commented = { url: string } | { problem: string } | undefined;

interface Target {
  /** `https://api.github.com/repos/OWNER/NAME`. */
  repository: string;
  pull: number;
  commit: string;
  token: string;
}

/** Comments that are looked through; the one that is looked for is among the first of a pull request. */
const MOST_PAGES = 10;
const PAGE = 100;
const TIMEOUT_MS = 20_000;

/**
 * Keeps one comment for each key on the pull request that started the run: written, rewritten where its result is another
 * one, made neutral when the problem is gone. Best effort: what does not work comes back in a sentence.
 */
export async function comment(
  record: PreflightRecord,
  wish: CommentWish,
  env: NodeJS.ProcessEnv,
): Promise<Commented> {
  if (wish.when === 'never') return undefined;
  const target = targetOf(wish, env);
  if (target === undefined) return undefined;
  if ('problem' in target) return target;
  try {
    return await write(record, wish, target);
  } catch (error) {
    return { problem: `The comment was not written: ${reasonOf(error)}.` };
  }
}

function targetOf({ token }: CommentWish, env: NodeJS.ProcessEnv): Target | { problem: string } | undefined {
  const pull = pullOf(env.GITHUB_EVENT_PATH);
  if (pull === undefined || !env.GITHUB_REPOSITORY) return undefined;
  if (token === undefined) {
    return {
      problem: 'The comment was not written: `comment` needs `github-token`, such as `github.token`.',
    };
  }
  const api = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/$/, '');
  return { repository: `${api}/repos/${env.GITHUB_REPOSITORY}`, ...pull, token };
}

function pullOf(path: string | undefined): { pull: number; commit: string } | undefined {
  try {
    const { pull_request: pull } = JSON.parse(readFileSync(path ?? '', 'utf8')) as {
      pull_request?: { number?: unknown; head?: { sha?: unknown } };
    };
    const sha = pull?.head?.sha;
    const commit = typeof sha === 'string' && /^[0-9a-f]{7,64}$/.test(sha) ? sha.slice(0, 7) : '';
    return Number.isSafeInteger(pull?.number) ? { pull: Number(pull?.number), commit } : undefined;
  } catch {
    return undefined;
  }
}

interface Comment {
  id: number;
  body?: string | null;
  html_url?: string;
  user?: { type?: string } | null;
  author_association?: string;
}

async function write(
  record: PreflightRecord,
  { key, when }: CommentWish,
  target: Target,
): Promise<Commented> {
  const { commit, repository } = target;
  const known = await ownComments(key, target);
  const [first] = known;
  const former = first && formerOf(first.body ?? '', key);
  const isWanted =
    when === 'always' || (when === 'changes' ? isWorthReading(record) : record.verdict !== 'cleared');
  if (first === undefined || former === undefined) {
    if (!isWanted) return undefined;
    const made = await call<Comment>(target, 'POST', `${repository}/issues/${target.pull}/comments`, {
      body: renderComment(record, { key, commit }),
    });
    return (await withoutDoubles(key, target, made)) ?? { url: made.html_url ?? '' };
  }
  if (former.digest === digestOf(record)) return { url: first.html_url ?? '' };
  const body = isWanted
    ? renderComment(record, { key, commit, former })
    : renderNeutral(record, { key, commit, former });
  const edited = await call<Comment>(target, 'PATCH', `${repository}/issues/comments/${first.id}`, { body });
  return { url: edited.html_url ?? '' };
}

/** Something is to be migrated, or to be decided. */
function isWorthReading({ verdict, databases }: PreflightRecord): boolean {
  const changes = databases.some(
    ({ facts }) => facts.command !== undefined || (facts.plan?.pending.length ?? 0) > 0,
  );
  return verdict !== 'cleared' || changes;
}

/** Two runs at once may both have found none: the first one stays. */
async function withoutDoubles(key: string, target: Target, made: Comment): Promise<Commented> {
  const [first] = await ownComments(key, target);
  if (first === undefined || first.id >= made.id) return undefined;
  await call(target, 'DELETE', `${target.repository}/issues/comments/${made.id}`);
  return { url: first.html_url ?? '' };
}

/** By whoever may write to the repository: a stranger could copy the marker into a comment of their own. */
const WRITERS = ['OWNER', 'MEMBER', 'COLLABORATOR'];

async function ownComments(key: string, target: Target): Promise<Comment[]> {
  const found: Comment[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const address = `${target.repository}/issues/${target.pull}/comments?per_page=${PAGE}&page=${page}`;
    const comments = await call<Comment[]>(target, 'GET', address);
    found.push(
      ...comments.filter(
        ({ body, user, author_association: author = '' }) =>
          formerOf(body ?? '', key) !== undefined && (user?.type === 'Bot' || WRITERS.includes(author)),
      ),
    );
    if (comments.length < PAGE) break;
  }
  return found.toSorted((left, right) => left.id - right.id);
}

async function call<Answer>(
  { token }: Target,
  method: string,
  address: string,
  body?: object,
): Promise<Answer> {
  const answer = await fetch(address, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
      'user-agent': 'sqlite-preflight',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as Answer;
  throw new Error(refusal(answer));
}

function refusal({ status, headers }: Response): string {
  if (status === 429 || headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')) {
    return 'GitHub asks to wait (rate limit); the next run tries again';
  }
  if (status === 401) return 'GitHub does not take the token (401): give `github.token` as github-token';
  if (status === 403 || status === 404) {
    return `the token may not write comments (${status}): add to the job "permissions: { contents: read, pull-requests: write }"; pull requests of forks have a token that may only read`;
  }
  return `GitHub answers ${status}`;
}
