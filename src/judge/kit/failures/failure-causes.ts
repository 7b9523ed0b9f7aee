import type { Location } from '../../../facts/finding.ts';
import type { Profile } from '../../../facts/plan.ts';
import type { RehearsalFailure } from '../../../facts/rehearsal/rehearsal.ts';
import { outsideTransaction } from './profile-remedies.ts';

interface KnownFailure {
  message: RegExp;
  remedy: string | ((profile: Profile | undefined) => string);
  /** Only where the profile opens a transaction for each file. */
  inTransaction?: true;
}

/** Failures that many migrations share, and the way out of each. The first that fits counts. */
const CAUSES: readonly KnownFailure[] = [
  {
    message: /^Cannot add a column with non-constant default/,
    remedy:
      'SQLite cannot add a column with a default such as CURRENT_TIMESTAMP to a table that has rows. Add it with DEFAULT NULL, and fill it with an UPDATE.',
  },
  {
    message: /^Cannot add a NOT NULL column with default value NULL/,
    remedy: 'Give the column a constant default, or add it without NOT NULL and fill it with an UPDATE.',
  },
  {
    message: /^Cannot add a REFERENCES column with non-NULL default value/,
    remedy: 'Add the column with DEFAULT NULL, and fill it with an UPDATE.',
  },
  {
    message: /should this be a string literal in single-quotes\?/,
    remedy: 'Write text in single quotes, and correct the name where a column was meant.',
  },
  {
    message: /^duplicate column name: /,
    remedy: 'The column is already there: was this migration applied before?',
  },
  {
    message: /^(table|index|view|trigger) .* already exists/,
    remedy: 'It is already there: was this migration applied before?',
  },
  {
    message: /^UNIQUE constraint failed/,
    remedy: 'Existing rows hold the same value twice. Merge or delete them first.',
  },
  {
    message: /^datatype mismatch/,
    remedy: 'An INTEGER PRIMARY KEY takes integers alone. Correct those values, or convert them in the copy.',
  },
  {
    message: /^cannot store /,
    remedy:
      'A STRICT table takes no value of another type. Correct those values, or convert them in the copy.',
  },
  { message: /^NOT NULL constraint failed/, remedy: 'Some rows have no value there. Fill them first.' },
  { message: /^CHECK constraint failed/, remedy: 'Some rows break the new rule. Correct them first.' },
  {
    message: /^FOREIGN KEY constraint failed/,
    remedy: (profile) =>
      `Rows refer to parents that are missing or being removed. Correct them first${profile?.foreignKeysOff === 'never' ? '' : ', or migrate with foreign keys off where production does'}.`,
  },
  {
    message: /^error in (view|trigger) /,
    remedy: 'Drop the view or trigger before the table is rebuilt, and make it again afterwards.',
  },
  {
    message: /^cannot start a transaction within a transaction/,
    remedy: (profile) =>
      `The profile opens a transaction already: remove BEGIN and COMMIT from the file${outsideWords(profile, ', or ')}.`,
    inTransaction: true,
  },
  {
    message: /^cannot VACUUM/,
    remedy: (profile) =>
      `VACUUM cannot run in the transaction that the profile opens${outsideWords(profile, ': ')}.`,
    inTransaction: true,
  },
  {
    message: /^malformed database schema/,
    remedy: 'No program can open what the migration left: correct what it writes to sqlite_schema.',
  },
  {
    message: /^near "\.": syntax error/,
    remedy: 'Commands such as .read belong to the sqlite3 shell and are no SQL.',
  },
];

function outsideWords(profile: Profile | undefined, lead: string): string {
  return profile === undefined ? '' : `${lead}${outsideTransaction(profile)}`;
}

/** What to do about a failure, where its cause is a well-known one. */
export function explain({ message }: RehearsalFailure, profile: Profile | undefined): string | undefined {
  const wraps = profile !== undefined && profile.transaction !== 'none';
  const found = CAUSES.find((cause) => cause.message.test(message) && (!cause.inTransaction || wraps));
  return typeof found?.remedy === 'function' ? found.remedy(profile) : found?.remedy;
}

/** The function, collation, module or tokenizer that the statement, or the schema it touches, needs and this SQLite lacks. */
export function missingPart({ code, message }: RehearsalFailure): string | undefined {
  // A RAISE() text can say anything.
  if (code !== 'SQLITE_ERROR' && code !== 'SQLITE_ERROR_MISSING_COLLSEQ') return undefined;
  return /(?:^|: )(?:no such|unknown) (?:function|collation sequence|module|tokenizer): ([^()]+)/.exec(
    message,
  )?.[1];
}

export function locationOf({ file, line }: RehearsalFailure): { location?: Location } {
  return file === '' ? {} : { location: { file, ...(line !== undefined && { line }) } };
}
