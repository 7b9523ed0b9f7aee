import type { Mistake } from '../../facts/database.ts';
import type { Allowance, MigrationFile } from '../../facts/settings.ts';
import { lineCounter } from '../../sql/lines.ts';
import { nameOf, tokens } from '../../sql/tokens.ts';
import { exists } from '../config/settings-schema.ts';
import { nearest } from '../did-you-mean.ts';
import { short, told } from '../told.ts';
import { isPattern, noSuchRule, tooWide } from './allowances.ts';
import { type DirectiveParts, parseDirective } from './directive.ts';

/** What stands after `preflight:` in a comment, and where. */
interface Directive {
  text: string;
  file: string;
  /** 1-based. */
  line: number;
}

/** More than anybody writes by hand, in all files together. */
const MOST_DIRECTIVES = 1000;
const MOST_LENGTH = 1000;

/**
 * The allowances that stand in comments of the migrations, each for the migration it stands in:
 * `-- preflight: allow rows-lost sessions: expired sessions are purged`. In a block comment every line may hold one.
 */
export function allowancesInSql(
  files: readonly MigrationFile[],
  ruleIds: readonly string[],
): { allow: Allowance[]; mistakes: Mistake[] } {
  const allow: Allowance[] = [];
  const mistakes: Mistake[] = [];
  let count = 0;
  for (const file of files) {
    for (const directive of directives(file)) {
      count += 1;
      if (count > MOST_DIRECTIVES) return { allow: [], mistakes: [tooMany(directive)] };
      const read = parse(directive, ruleIds);
      if (read.allowance !== undefined) allow.push(read.allowance);
      mistakes.push(...read.mistakes);
    }
  }
  return { allow, mistakes: told(mistakes) };
}

function tooMany({ file, line }: Directive): Mistake {
  const message = `the migrations hold more than ${MOST_DIRECTIVES} directives.`;
  return { key: 'migrations', message, remedy: 'Remove those of migrations that are applied.', file, line };
}

function* directives({ file, sql }: MigrationFile): Generator<Directive> {
  // Most migrations have none, and need not be taken apart.
  if (!/preflight:/i.test(sql)) return;
  const lineAt = lineCounter(sql);
  for (const { kind, start, end } of tokens(sql)) {
    if (kind !== 'comment') continue;
    let line = lineAt(start);
    for (let from = start; from < end; line += 1) {
      const next = sql.indexOf('\n', from);
      const to = next === -1 || next > end ? end : next;
      const text = directiveIn(sql.slice(from, to));
      if (text !== undefined) yield { text, file, line };
      from = to + 1;
    }
  }
}

/** What stands behind `preflight:` at the beginning of a line of a comment, without the comment's own signs. */
function directiveIn(line: string): string | undefined {
  const start = line.search(/[^\s\-/*]/);
  const [head, rest] = [line.slice(start, start + KEYWORD.length), line.slice(start + KEYWORD.length)];
  if (start === -1 || head.toLowerCase() !== KEYWORD) return undefined;
  const text = rest.trim().replace(/\*\/$/, '');
  let end = text.length;
  while (/[\s*]/.test(text[end - 1] ?? '')) end -= 1;
  const own = text.slice(0, end);
  return /[\r\u2028\u2029]/.test(own) ? undefined : own;
}

const KEYWORD = 'preflight:';

const EXAMPLE = 'Write for example `preflight: allow rows-lost sessions: expired sessions are purged`.';

function parse(
  { text, file, line }: Directive,
  ruleIds: readonly string[],
): { allowance?: Allowance; mistakes: Mistake[] } {
  const source = { file, line };
  const mistakes: Mistake[] = [];
  const refuse = (words: Pick<Mistake, 'message' | 'remedy'>) =>
    mistakes.push({ key: 'migrations', ...words, ...source });
  if (text.length > MOST_LENGTH) {
    refuse({
      message: `a directive has ${MOST_LENGTH} characters at most.`,
      remedy: 'Write a shorter reason.',
    });
    return { mistakes };
  }
  const parts = parseDirective(text);
  if (parts === undefined) {
    refuse(unreadable(text));
    return { mistakes };
  }
  const { rule = '', first, second, options, reason = '' } = parts;
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
    return { message: `"preflight: ${short(text)}" is no allowance that can be read.`, remedy: EXAMPLE };
  }
  const remedy = nearest(word, ['allow']) === undefined ? EXAMPLE : 'Did you mean allow?';
  const message =
    word === '' ? 'preflight: says nothing.' : `there is no directive preflight: ${short(word)}.`;
  return { message, remedy };
}

/** `max=N` and `expires=YYYY-MM-DD`, in any order. */
function limitsOf(options: DirectiveParts['options']): {
  limits: Pick<Allowance, 'max' | 'expires'>;
  wrong: Pick<Mistake, 'message' | 'remedy'>[];
} {
  const limits: Pick<Allowance, 'max' | 'expires'> = {};
  const wrong: Pick<Mistake, 'message' | 'remedy'>[] = [];
  for (const { key, value } of options) {
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
