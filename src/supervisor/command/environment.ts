import type { EnvRule, UrlForm } from '../../facts/rehearsal/command.ts';

/** With these a process can control the job that it runs in: no command gets them, whatever `pass-env` says. */
const RUNNER_FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];

/** Tokens of the job, and what was meant for this action alone. */
const WITHHELD: readonly EnvRule[] = ['GITHUB_TOKEN', 'ACTIONS_*', 'INPUT_*'].map((pattern) => ({
  pattern,
  keeps: false,
}));

/** The variables of the step that the command gets, and where its database is. */
export function environmentFor(
  step: NodeJS.ProcessEnv,
  rules: readonly EnvRule[],
  database: { path: string; urlForm: UrlForm },
): NodeJS.ProcessEnv {
  const ordered = [...WITHHELD, ...rules].map(({ pattern, keeps }) => ({ fits: matcher(pattern), keeps }));
  const stays = (name: string) =>
    !RUNNER_FILES.includes(name.toUpperCase()) &&
    (ordered.findLast(({ fits }) => fits.test(name))?.keeps ?? true);
  return {
    ...Object.fromEntries(Object.entries(step).filter(([name]) => stays(name))),
    DATABASE_PATH: database.path,
    // Every tool takes slashes, and a URL has no backslashes.
    DATABASE_URL: `${database.urlForm}${database.path.replaceAll('\\', '/')}`,
  };
}

/** On Windows, names of variables are not case-sensitive. */
function matcher(pattern: string): RegExp {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`, process.platform === 'win32' ? 'is' : 's');
}
