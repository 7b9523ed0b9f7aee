import type { Mistake } from '../facts/database.ts';
import { layouts } from '../plan/layouts/index.ts';
import { profiles } from '../plan/profiles.ts';
import { nearest } from './did-you-mean.ts';

/** One input, as in action.yml and as a flag of the terminal. */
export interface Input {
  name: string;
  /** What it means, in a line. */
  description: string;
  /** The config file may set it too. */
  inConfig: boolean;
  /** It lets data leave or opens the gate: a pull request can change the config file, so the step alone may say it. */
  trusted?: true;
  /** The action refuses to start without it. */
  required?: true;
  /** What GitHub fills in, as action.yml spells it. Only for what the config file cannot set: a default would win over it. */
  actionDefault?: string;
}

const otherProfiles = profiles.filter(({ name }) => !layouts.some((layout) => layout.name === name));

/** Every input, in alphabetical order, as in action.yml. */
export const inputs: readonly Input[] = [
  trusted(
    'artifact-name',
    'Name of the report artifact; the database artifact adds -database. Default: migration-preflight.',
  ),
  trusted(
    'command',
    "Shell command that migrates the copy with the project's own tool, instead of migrations; it gets DATABASE_PATH and DATABASE_URL.",
  ),
  trusted(
    'command-timeout-minutes',
    'Minutes after which the command is killed, within timeout-minutes; fractions are allowed. Default: timeout-minutes.',
  ),
  trusted(
    'comment',
    'When a comment is kept on the pull request: never, on-problems, changes (also where something is to be migrated) or always. It needs github-token. Default: never.',
  ),
  trusted(
    'comment-key',
    'Which comment is meant where several jobs write one each. Default: the artifact-name.',
  ),
  {
    ...input(
      'config',
      'Config file, in YAML. Default: preflight.yml or .github/preflight.yml, in working-directory or else in the workspace.',
    ),
    inConfig: false,
  },
  {
    ...input(
      'database',
      'Snapshots of the real database, one a line: path or glob of a SQLite file (its -wal and -journal are taken along), one packed as .gz or .zst, or an .sql dump.',
    ),
    required: true,
  },
  trusted(
    'database-url',
    'What stands before the path in DATABASE_URL: file:, sqlite:, sqlite:/// or sqlite3:. Default: sqlite:///.',
  ),
  trusted('fail-on', 'Findings that fail the step: error, warning or never. Default: error.'),
  input(
    'foreign-keys',
    'Whether production enforces foreign keys while it migrates: auto, on or off. Default: auto, which is as the profile says.',
  ),
  trusted('github-token', 'Token for the comment alone, with pull-requests: write. Nothing else uses it.'),
  {
    ...input(
      'job-index',
      'Number of this job in its matrix, which artifact-name adds by default; GitHub fills it in.',
    ),
    inConfig: false,
    // The first job's number is 0, and gives no text: it has the name alone.
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an expression of GitHub's
    actionDefault: "${{ strategy.job-total > 1 && strategy.job-index || '' }}",
  },
  input(
    'layout',
    `How the migration files are named, ordered and recorded: auto, ${either(layouts)}. Default: auto, which looks at the migration history table, then at the files.`,
  ),
  input(
    'migrations',
    'Folder, file or glob of the SQL migrations. Without it, and without command, the run is a health check.',
  ),
  input('orphans', 'Which orphans fail: any, or only those that the migration introduced. Default: any.'),
  trusted(
    'output',
    "Folder for the reports and the migrated database. Default: preflight in the runner's temporary folder; in a terminal ./preflight-out.",
  ),
  trusted(
    'pass-env',
    'Variables that the command gets or does not get, one a line: NAME or PREFIX_* stays, -NAME goes. Default: all of the step but GITHUB_TOKEN, ACTIONS_*, INPUT_* and the files of the runner.',
  ),
  input(
    'profile',
    `How production executes the files: auto, the name of a layout, ${either(otherProfiles)}. Default: auto, which is the layout's own.`,
  ),
  input(
    'rehearse',
    'What is rehearsed besides the migration itself: auto, all, none, or a list of profiles (other ways in which production may execute), rerun (a second start), rollback (the down migrations, or the backup) and crash (a stop at each commit). Default: auto, which is all where the rehearsal took less than 10 seconds, on the first five databases.',
  ),
  trusted('retention-days', "Days that the artifacts are kept, 1 to 90. Default: the repository's setting."),
  trusted(
    'samples',
    'What of a row may be shown in any output: none, keys (up to 5 rows of a finding by their keys) or values (also the values concerned). Default: none.',
  ),
  trusted('timeout-minutes', 'Minutes after which the engine is killed; fractions are allowed. Default: 30.'),
  trusted(
    'upload',
    'What is uploaded as artifacts: auto, report, all or never. auto keeps the database back unless the repository is known to be private. Default: auto.',
  ),
  {
    ...input('working-directory', 'Folder that relative paths start from. Default: the workspace.'),
    inConfig: false,
  },
];

/** `a, b or c`. */
function either(named: readonly { name: string }[]): string {
  const names = named.map(({ name }) => name);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function input(name: string, description: string): Input {
  return { name, description, inConfig: true };
}

function trusted(name: string, description: string): Input {
  return { name, description, inConfig: false, trusted: true };
}

export type GivenInputs = Readonly<Record<string, string>>;

/**
 * The inputs that are set. The runner warns of one that action.yml does not have, and hands it over all the same:
 * passed over, a misspelt `migrations` would make a health check of the run.
 */
export function givenInputs(texts: Readonly<Record<string, string | undefined>>): {
  given: GivenInputs;
  mistakes: Mistake[];
} {
  const names = inputs.map(({ name }) => name);
  const set = Object.entries(texts)
    .map(([name, text = '']) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '');
  const mistakes = set.flatMap(([name]): Mistake[] => {
    if (names.includes(name)) return [];
    const meant = nearest(name, names);
    const remedy = meant === undefined ? `The inputs are ${names.join(', ')}.` : `Did you mean ${meant}?`;
    return [{ key: name, message: `there is no input ${name}.`, remedy }];
  });
  return { given: Object.fromEntries(set.filter(([name]) => names.includes(name))), mistakes };
}

const NUMBER = /^-?(\d+\.?\d*|\.\d+)$/;
const numeric: readonly string[] = ['command-timeout-minutes', 'retention-days', 'timeout-minutes'];

/** The inputs that are settings, in the config's form: a number where the text is one. The others say where we run. */
export function settingsOf(given: GivenInputs): Record<string, unknown> {
  const isSetting = ({ inConfig, trusted: isTrusted }: Input) => inConfig || isTrusted;
  const settable = inputs.filter((one) => isSetting(one) && given[one.name] !== undefined);
  return Object.fromEntries(
    settable.map(({ name }) => {
      const text = given[name] ?? '';
      return [name, numeric.includes(name) && NUMBER.test(text) ? Number(text) : text];
    }),
  );
}
