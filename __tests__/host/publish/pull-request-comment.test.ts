import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PreflightRecord } from '../../../src/facts/record.ts';
import type { CommentWish } from '../../../src/facts/settings.ts';
import { comment } from '../../../src/host/publish/pull-request-comment.ts';
import { GithubComments } from '../../support/github-comments.ts';
import { blockedRecord, databaseRecord, finding, preflightRecord } from '../../support/record.ts';
import { scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const github = new GithubComments();
let env: NodeJS.ProcessEnv;

const sha = (text: string) => text.repeat(40).slice(0, 40);

function envAt(commit: string): NodeJS.ProcessEnv {
  const event = join(folder, `event-${commit}.json`);
  writeFileSync(event, JSON.stringify({ pull_request: { number: 7, head: { sha: sha(commit) } } }));
  return { ...env, GITHUB_EVENT_PATH: event };
}

beforeAll(async () => {
  env = { GITHUB_API_URL: await github.start(), GITHUB_REPOSITORY: 'o/r' };
});
afterAll(async () => await github.stop());
beforeEach(() => {
  github.comments = [];
  github.calls = [];
  github.refusal = undefined;
});

const wish = (changes: Partial<CommentWish> = {}): CommentWish => ({
  when: 'on-problems',
  key: 'k',
  token: 'secret',
  ...changes,
});

const say = (record: PreflightRecord, commit = 'a', changes: Partial<CommentWish> = {}) =>
  comment(record, wish(changes), envAt(commit));

describe('the comment on a pull request', () => {
  it('is made where there is a problem, with the first screen of the report', async () => {
    expect(await say(blockedRecord())).toEqual({ url: 'https://github.test/o/r/pull/7#issuecomment-1' });
    const [made] = github.comments;
    expect(made?.body).toMatch(
      /^<!-- sqlite-preflight 6b [0-9a-f]{16} blocked aaaaaaa -->\n# ❌ Do not migrate: /,
    );
    expect(made?.body).toContain('## What to do next');
  });

  it('is not touched where the result is the same, whatever the time', async () => {
    await say(blockedRecord());
    const [made] = github.comments;
    github.calls = [];
    expect(await say({ ...blockedRecord(), generatedAt: '2026-02-02T00:00:00.000Z' }, 'b')).toEqual({
      url: made?.html_url,
    });
    expect(github.calls).toEqual(['GET /repos/o/r/issues/7/comments']);
  });

  it('is rewritten where the result is another one, and says what it was', async () => {
    await say(blockedRecord());
    const warned = preflightRecord({ verdict: 'warned', findings: [finding({ severity: 'warning' })] });
    await say(warned, 'b');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('It was `blocked` at `aaaaaaa`.');
  });

  it('becomes one neutral line when the problem is gone, and is not made where there never was one', async () => {
    expect(await say(preflightRecord())).toBeUndefined();
    await say(blockedRecord());
    await say(preflightRecord(), 'b');
    expect(github.comments[0]?.body.split('\n').slice(1)).toEqual([
      '✅ Migration preflight: cleared at `bbbbbbb`; it was `blocked` at `aaaaaaa`.',
      '',
    ]);
  });

  it('is made for what changes something, or always, where that is asked for', async () => {
    const idle = preflightRecord({ databases: [] });
    expect(await say(idle, 'a', { when: 'changes' })).toBeUndefined();
    expect(await say(preflightRecord(), 'a', { when: 'changes' })).toHaveProperty('url');
    expect(await say(idle, 'a', { when: 'always', key: 'other' })).toHaveProperty('url');
    expect(github.comments).toHaveLength(2);
  });

  it('has one for each key, among a thousand others, and is none of a stranger who copied it', async () => {
    await say(blockedRecord());
    const copied = github.comments[0]?.body ?? '';
    github.comments = [];
    github.add(copied, { user: { type: 'User' }, author_association: 'CONTRIBUTOR' });
    for (let at = 0; at < 150; at += 1) github.add(`hello ${at}`);
    await say(blockedRecord(), 'b');
    await say(blockedRecord(), 'c', { key: 'other' });
    const own = github.comments.filter(({ body }) => body.startsWith('<!-- sqlite-preflight'));
    expect(own).toHaveLength(3);
    expect(own[0]?.body).toBe(copied);
  });

  it('stays one where two runs write it at once', async () => {
    await Promise.all([say(blockedRecord()), say(blockedRecord())]);
    await say(blockedRecord());
    expect(github.comments).toHaveLength(1);
  });

  it('fits into what GitHub takes, however much there is to say', async () => {
    const findings = Array.from({ length: 3000 }, (_, at) =>
      finding({ rule: `rule-${at}`, message: `${'x'.repeat(200)} ${at}` }),
    );
    expect(
      await say(preflightRecord({ verdict: 'blocked', findings, databases: [databaseRecord()] })),
    ).toHaveProperty('url');
  });
});

describe('a comment that cannot be written', () => {
  it.each([
    [403, {}, /pull-requests: write/],
    [404, {}, /pull-requests: write/],
    [401, {}, /github\.token/],
    [403, { 'x-ratelimit-remaining': '0' }, /rate limit/],
    [429, {}, /rate limit/],
    [500, {}, /GitHub answers 500/],
  ])('for a %s %j is a sentence', async (status, headers, sentence) => {
    github.refusal = { status, headers: headers as Record<string, string> };
    expect(await say(blockedRecord())).toEqual({ problem: expect.stringMatching(sentence) });
  });

  it('for want of a token is a sentence, and outside of a pull request is none', async () => {
    const { token: _, ...without } = wish();
    expect(await comment(blockedRecord(), without, envAt('a'))).toHaveProperty('problem');
    expect(await comment(blockedRecord(), wish(), env)).toBeUndefined();
    expect(github.calls).toEqual([]);
  });

  it('because nobody answers is a sentence', async () => {
    const unreachable = { ...envAt('a'), GITHUB_API_URL: 'http://127.0.0.1:9' };
    expect(await comment(blockedRecord(), wish(), unreachable)).toHaveProperty('problem');
  });
});
