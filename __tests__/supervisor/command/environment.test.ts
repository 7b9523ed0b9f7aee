import { describe, expect, it } from '@jest/globals';
import type { EnvRule } from '../../../src/facts/rehearsal/command.ts';
import { environmentFor } from '../../../src/supervisor/command/environment.ts';

const STEP = {
  PATH: '/bin',
  AWS_KEY: 'k',
  AWS_REGION: 'r',
  GITHUB_TOKEN: 't',
  GITHUB_SHA: 's',
  GITHUB_ENV: '/e',
  GITHUB_OUTPUT: '/o',
  GITHUB_PATH: '/p',
  GITHUB_STATE: '/s',
  GITHUB_STEP_SUMMARY: '/y',
  ACTIONS_RUNTIME_TOKEN: 'a',
  INPUT_DATABASE: 'd',
};
const copy = { path: '/scratch/after.db', urlForm: 'sqlite:///' as const };
const names = (...rules: EnvRule[]) => Object.keys(environmentFor(STEP, rules, copy)).toSorted();
const stays = (pattern: string) => ({ pattern, keeps: true });
const goes = (pattern: string) => ({ pattern, keeps: false });
const OWN = ['DATABASE_PATH', 'DATABASE_URL'];

describe('the environment of a command', () => {
  it("is the step's, without tokens, inputs and the runner's files", () => {
    expect(names()).toEqual([...OWN, 'AWS_KEY', 'AWS_REGION', 'GITHUB_SHA', 'PATH'].toSorted());
  });

  it('keeps and drops what pass-env says, and the last word counts', () => {
    expect(names(stays('GITHUB_TOKEN'), goes('AWS_*'))).toEqual(
      [...OWN, 'GITHUB_SHA', 'GITHUB_TOKEN', 'PATH'].toSorted(),
    );
    expect(names(goes('AWS_*'), stays('AWS_REGION'))).toContain('AWS_REGION');
    expect(names(goes('*'), stays('PATH'))).toEqual([...OWN, 'PATH'].toSorted());
  });

  it("never holds the runner's files, whatever pass-env says", () => {
    const given = names(stays('*'), stays('GITHUB_*'), stays('GITHUB_ENV'));
    expect(given.filter((name) => /^GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$/.test(name))).toEqual([]);
    expect(given).toContain('ACTIONS_RUNTIME_TOKEN');
  });

  it('takes a pattern by its letters', () => {
    expect(names(goes('A*Y'))).toEqual([...OWN, 'AWS_REGION', 'GITHUB_SHA', 'PATH'].toSorted());
    expect(names(goes('AWS'))).toContain('AWS_KEY');
  });

  it.each([
    ['file:', 'file:/scratch/after.db'],
    ['sqlite:', 'sqlite:/scratch/after.db'],
    ['sqlite:///', 'sqlite:////scratch/after.db'],
    ['sqlite3:', 'sqlite3:/scratch/after.db'],
  ] as const)('says where the copy is, in the form %s', (urlForm, url) => {
    const given = environmentFor({ DATABASE_URL: 'sqlite:///production.db' }, [goes('DATABASE_*')], {
      ...copy,
      urlForm,
    });
    expect(given).toEqual({ DATABASE_PATH: copy.path, DATABASE_URL: url });
  });
});
