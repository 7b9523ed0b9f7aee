import type { HealthFacts } from '../../facts/health.ts';
import { quoteName } from '../../sql/quote.ts';
import { compareReleases } from '../kit/content/releases.ts';
import { fileLines } from '../kit/search-failures.ts';
import { list } from '../kit/words.ts';
import type { RawFinding, Rule } from '../rule.ts';

/** Lines of integrity_check about rows that a constraint should have kept out: the file itself is sound. */
const BROKEN_ROWS = /^(CHECK constraint failed in|NULL value in|(NUMERIC|TEXT|non-\w+) value in) /;
const CORRECT =
  'Correct these rows, or the constraint, before you migrate: every write to them fails, and so does a copy of the table.';

export const rule: Rule = {
  id: 'integrity-damaged',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: false,
  title: 'The database file is damaged',
  why: 'Queries on a damaged file can fail or give wrong rows, and a migration can spread the damage.',
  remedy:
    'Restore a sound backup, or recover what can be read with `sqlite3 FILE .recover`, before you migrate.',
  check({ before, after }, { productionSqlite }) {
    const texts = [...new Set([before, after].flatMap((side) => side?.integrity.realTexts ?? []))];
    return [...damage(before, after), ...texts.map((name) => ofRealText(name, productionSqlite))];
  },
};

/** What another release of SQLite would call sound: an error only where production has one that does not. */
function ofRealText(name: string, production: string | undefined): RawFinding {
  const isOlder = production === undefined ? undefined : compareReleases(production, '3.53') < 0;
  const there =
    production === undefined
      ? 'Which of both production has is not known: say it as `production-sqlite`.'
      : isOlder
        ? `Production has ${production}, where it is sound.`
        : `Production has ${production}.`;
  return {
    severity: isOlder === undefined ? 'warning' : isOlder ? 'notice' : 'error',
    message: `${name} rests on REAL numbers written as text: SQLite before 3.53 writes 15 digits, later releases 17, and to them it looks damaged. ${there}`,
    remedy: `After an update of SQLite to 3.53 make it anew (REINDEX ${quoteName(name)}; correct the rows of a CHECK), or round the numbers: round(x, 6), printf('%.6f', x).`,
    object: name,
  };
}

function damage(before: HealthFacts | undefined, after: HealthFacts | undefined): RawFinding[] {
  const sides = [
    { name: 'before the migration', messages: before && fileLines(before) },
    { name: 'after the migration', messages: after && fileLines(after) },
  ].filter(({ messages = [] }) => messages.length > 0);
  const [first] = sides;
  if (first === undefined) return [];
  const { messages = [] } = first;
  const when = sides.map(({ name }) => name).join(' and ');
  const text = `${when}: ${list(messages, 5)}.`;
  const onlyRows = messages.length > 0 && messages.every((message) => BROKEN_ROWS.test(message));
  return [
    onlyRows
      ? { message: `Rows break a constraint ${text}`, remedy: CORRECT, count: messages.length }
      : { message: `Damaged ${text}`, count: messages.length },
  ];
}
