import type { Mistake } from '../../facts/database.ts';
import type { Allowance, MigrationFile } from '../../facts/settings.ts';
import { nameOf, tokens } from '../../sql/tokens.ts';
import { exists } from '../config/settings-schema.ts';
import { nearest } from '../did-you-mean.ts';
import { isPattern, noSuchRule, tooWide } from './allowances.ts';

/** What stands after `preflight:` in a comment, and where. */
interface Directive {
  text: string;
  file: string;
  /** 1-based. */
  line: number;
}

/**
 * The allowances that stand in comments of the migrations, each for the migration it stands in:
 * `-- preflight: allow rows-lost sessions: expired sessions are purged`. In a block comment every line may hold one.
 */
export function allowancesInSql(
  files: readonly MigrationFile[],
  ruleIds: readonly string[],
): { allow: Allowance[]; mistakes: Mistake[] } {
  const read = files.flatMap(directives).map((directive) => parse(directive, ruleIds));
  return {
    allow: read.flatMap(({ allowance }) => allowance ?? []),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
  };
}

function directives({ file, sql }: MigrationFile): Directive[] {
  const found: Directive[] = [];
  let line = 1;
  for (const { kind, start, end } of tokens(sql)) {
    const lines = sql.slice(start, end).split('\n');
    if (kind === 'comment') {
      lines.forEach((own, at) => {
        const text = /^[\s\-/*]*preflight:\s*(.*?)[\s*]*(\*\/)?\s*$/i.exec(own)?.[1];
        if (text !== undefined) found.push({ text, file, line: line + at });
      });
    }
    line += lines.length - 1;
  }
  return found;
}

const QUOTED = String.raw`"(?:[^"]|"")+"|'(?:[^']|'')+'|\`(?:[^\`]|\`\`)+\`|\[[^\]]+\]`;
const NAME = String.raw`${QUOTED}|[^\s:.="'\`[\]]+`;

/** `allow RULE SUBJECT[ max=N][ expires=YYYY-MM-DD]: reason`, each part possibly missing. */
const FORM = new RegExp(
  String.raw`^allow(?:\s+(?<rule>[^\s:="'\`[\]]+))?(?:\s+(?<first>${NAME})(?:\.(?<second>${NAME}))?)?(?<options>(?:\s+[\w-]+=[^\s:]*)*)\s*(?::\s*(?<reason>.*))?$`,
  'i',
);
const EXAMPLE = 'Write for example `preflight: allow rows-lost sessions: expired sessions are purged`.';

function parse(
  { text, file, line }: Directive,
  ruleIds: readonly string[],
): { allowance?: Allowance; mistakes: Mistake[] } {
  const source = { file, line };
  const mistakes: Mistake[] = [];
  const refuse = (words: Pick<Mistake, 'message' | 'remedy'>) =>
    mistakes.push({ key: 'migrations', ...words, ...source });
  const parts = FORM.exec(text)?.groups;
  if (parts === undefined) {
    refuse(unreadable(text));
    return { mistakes };
  }
  const { rule = '', first, second, options = '', reason = '' } = parts;
  if (rule === '') refuse({ message: 'an allowance must name the rule that it is for.', remedy: EXAMPLE });
  else if (!ruleIds.includes(rule)) refuse(noSuchRule(rule, ruleIds));
  if (first === undefined) {
    const message = 'an allowance must name the table, table.column or object that it is for.';
    refuse({ message, remedy: EXAMPLE });
  }
  for (const name of [first, second]) {
    if (name !== undefined && !isQuoted(name) && isPattern(name)) refuse(tooWide(name));
  }
  if (reason === '') refuse({ message: 'an allowance must say why this is meant.', remedy: EXAMPLE });
  const { limits, wrong } = limitsOf(options);
  for (const words of wrong) refuse(words);
  if (mistakes.length > 0 || first === undefined) return { mistakes };
  const subject =
    second === undefined ? { subject: plain(first) } : { table: plain(first), column: plain(second) };
  return { allowance: { rule, ...subject, migration: file, reason, ...limits, source }, mistakes };
}

function unreadable(text: string): Pick<Mistake, 'message' | 'remedy'> {
  const [word = ''] = text.split(/\s/);
  if (word.toLowerCase() === 'allow') {
    return { message: `"preflight: ${text}" is no allowance that can be read.`, remedy: EXAMPLE };
  }
  const remedy = nearest(word, ['allow']) === undefined ? EXAMPLE : 'Did you mean allow?';
  const message = word === '' ? 'preflight: says nothing.' : `there is no directive preflight: ${word}.`;
  return { message, remedy };
}

/** `max=N` and `expires=YYYY-MM-DD`, in any order. */
function limitsOf(options: string): {
  limits: Pick<Allowance, 'max' | 'expires'>;
  wrong: Pick<Mistake, 'message' | 'remedy'>[];
} {
  const limits: Pick<Allowance, 'max' | 'expires'> = {};
  const wrong: Pick<Mistake, 'message' | 'remedy'>[] = [];
  for (const [, key = '', value = ''] of options.matchAll(/([\w-]+)=(\S*)/g)) {
    if (key === 'max' && /^\d{1,15}$/.test(value)) limits.max = Number(value);
    else if (key === 'max')
      wrong.push({ message: `max is ${value}; it must be a whole number.`, remedy: 'Write max=500.' });
    else if (key === 'expires' && /^\d{4}-\d{2}-\d{2}$/.test(value) && exists(value)) limits.expires = value;
    else if (key === 'expires') {
      const message = `expires is ${value}; it must be a date that exists.`;
      wrong.push({ message, remedy: 'Write expires=2027-01-31.' });
    } else
      wrong.push({
        message: `an allowance has no ${key}=.`,
        remedy: 'It may have max=N and expires=YYYY-MM-DD.',
      });
  }
  return { limits, wrong };
}

function isQuoted(name: string): boolean {
  return /^["'`[]/.test(name);
}

function plain(name: string): string {
  return isQuoted(name) ? nameOf(name, { kind: 'quoted', start: 0, end: name.length }) : name;
}
