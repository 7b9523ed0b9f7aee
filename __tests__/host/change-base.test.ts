import { describe, expect, it } from '@jest/globals';
import { changeBase } from '../../src/host/change-base.ts';
import { scratchFolder, writeText } from '../support/scratch.ts';

const folder = scratchFolder();
const [base, head] = ['a'.repeat(40), 'b'.repeat(40)];
const of = (payload: unknown, env: NodeJS.ProcessEnv = {}) =>
  changeBase({ GITHUB_EVENT_PATH: writeText(folder, 'event.json', JSON.stringify(payload)), ...env });

describe('where a change begins', () => {
  it('is told by the event of a pull request, and by the branch that it goes into', () => {
    const payload = { pull_request: { base: { sha: base }, head: { sha: head } } };
    expect(of(payload)).toEqual({ kind: 'pull request', commits: [base], head });
    expect(of(payload, { GITHUB_BASE_REF: 'main' })).toEqual({
      kind: 'pull request',
      commits: [base, 'refs/remotes/origin/main'],
      head,
    });
  });

  it('is told by the event of a merge group and of a push', () => {
    expect(of({ merge_group: { base_sha: base } })).toEqual({ kind: 'merge group', commits: [base] });
    expect(of({ before: base })).toEqual({ kind: 'push', commits: [base] });
  });

  it('is nowhere for a new branch, a schedule, or without an event', () => {
    for (const payload of [{ before: '0'.repeat(40) }, { schedule: '41 4 * * *' }, null, [], 'x']) {
      expect(of(payload)).toBeUndefined();
    }
    expect(changeBase({})).toBeUndefined();
    expect(changeBase({ GITHUB_EVENT_PATH: `${folder}/none.json` })).toBeUndefined();
    expect(changeBase({ GITHUB_EVENT_PATH: writeText(folder, 'broken.json', '{') })).toBeUndefined();
  });

  it('takes nothing for a commit that is none', () => {
    const payload = { pull_request: { base: { sha: '--upload-pack=x' }, head: { sha: 'HEAD' } } };
    expect(of(payload)).toEqual({ kind: 'pull request', commits: [] });
    expect(of({ before: `${base}\n--x` })).toBeUndefined();
  });
});
