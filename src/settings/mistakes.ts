import type { Mistake } from '../facts/database.ts';
import type { Config } from './config.ts';
import { nearest } from './did-you-mean.ts';
import { settingsSchema } from './schema.ts';

/** What the validator says of one place; the part of its issues that is used here. */
export interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
  keys?: string[];
  /** The value that was refused. */
  input?: unknown;
}

/** Turns one issue into sentences with a place: the config's line, or the input's name. */
export function mistakesOf(issue: Issue, config: Config, fromInput: ReadonlySet<string>): Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => unknownKey(key, issue.path, config));
  }
  const key = issue.path.join('.');
  const missing = issue.input === undefined && !fromInput.has(String(issue.path[0]));
  const shown = missing ? 'is missing' : `is ${JSON.stringify(issue.input)}`;
  const message = `${key} ${shown}; it ${issue.message}.`;
  return [{ key, message, remedy: `Correct ${key}.`, ...place(issue.path, config, fromInput) }];
}

function unknownKey(key: string, path: readonly PropertyKey[], config: Config): Mistake {
  const full = [...path, key].join('.');
  const suggestion = path.length === 0 ? nearest(key, Object.keys(settingsSchema.def.shape)) : undefined;
  return {
    key: full,
    message: `there is no setting ${full}.`,
    remedy:
      suggestion === undefined
        ? 'Remove it, or see the README for the settings there are.'
        : `Did you mean ${suggestion}?`,
    ...located(config, config.line(path, key)),
  };
}

function place(path: readonly PropertyKey[], config: Config, fromInput: ReadonlySet<string>) {
  return fromInput.has(String(path[0])) ? {} : located(config, config.line(path));
}

function located(config: Config, line: number | undefined): Pick<Mistake, 'file' | 'line'> {
  return { ...(config.file !== undefined && { file: config.file }), ...(line !== undefined && { line }) };
}
