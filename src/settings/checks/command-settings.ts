import type { Mistake } from '../../facts/database.ts';
import type { CommandOptions, EnvRule } from '../../facts/rehearsal/command.ts';
import type { RawSettings } from '../config/settings-schema.ts';

/** The command as the user wants it run; `folder`: where. Absent where none is given. */
export function commandOf(values: RawSettings, folder: string): CommandOptions | undefined {
  const { command, 'database-url': urlForm = 'sqlite:///', 'command-timeout-minutes': minutes } = values;
  if (command === undefined) return undefined;
  return {
    line: command,
    folder,
    urlForm,
    passEnv: entriesOf(values['pass-env']).flatMap((entry) => ruleOf(entry) ?? []),
    ...(minutes !== undefined && { timeoutMs: Math.ceil(minutes * 60_000) }),
  };
}

/** What the schema cannot know. */
export function commandMistakes(values: RawSettings): Mistake[] {
  const wrongNames = entriesOf(values['pass-env']).flatMap((entry) => mistakeOf(entry) ?? []);
  const isTwofold = values.command !== undefined && values.migrations !== undefined;
  return [
    ...(isTwofold ? [{ key: 'command', message: BOTH, remedy: 'Remove one of the two.' }] : []),
    ...wrongNames.map((message) => ({ key: 'pass-env', message, remedy: NAMES })),
  ];
}

const BOTH = 'command and migrations are both set, and only one of them can migrate the copy.';
const NAMES = 'Write NAME or PREFIX_* for what stays, -NAME or -PREFIX_* for what goes.';

/** A list, or one a line. */
function entriesOf(given: RawSettings['pass-env'] = []): string[] {
  const entries = typeof given === 'string' ? given.split(/[\s,]+/) : given;
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function ruleOf(entry: string): EnvRule | undefined {
  const [, minus, pattern] = /^(-?)([A-Za-z_*][\w*]*)$/.exec(entry) ?? [];
  return pattern === undefined ? undefined : { pattern, keeps: minus === '' };
}

function mistakeOf(entry: string): string | undefined {
  const rule = ruleOf(entry);
  if (rule === undefined) return `pass-env: ${JSON.stringify(entry)} is no name of a variable.`;
  const isRunners = /^GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$/i.test(rule.pattern);
  return rule.keeps && isRunners
    ? `pass-env: ${rule.pattern} is a file through which the job is steered; no command gets it.`
    : undefined;
}
