import type { TextDefault } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import { sameName } from '../../sql/quote.ts';
import { counted } from '../../text/numbers.ts';
import { placeOfObject } from '../kit/places/causes.ts';
import { isBookkeeping, objectChanges, wasRehearsed, writingStatements } from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'default-changed',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A default is another one, or a text that only spells an expression',
  why: 'New rows get it. In quotes, CURRENT_TIMESTAMP is a text as any other: all rows get the same word, and no time.',
  remedy:
    "Write the expression without quotes around it: DEFAULT CURRENT_TIMESTAMP, DEFAULT (datetime('now')).",
  check(facts) {
    if (!wasRehearsed(facts)) return [];
    const texts = (facts.changes?.textDefaults ?? []).filter(({ table }) => !isBookkeeping(facts, table));
    return [...texts.map((text) => textFinding(facts, text)), ...otherFindings(facts, texts)];
  },
};

function textFinding(
  facts: DatabaseFacts,
  { table, column, default: text, former, rows }: TextDefault,
): RawFinding {
  const was = former === undefined ? '' : `, and was ${former}`;
  const got = rows === 0 ? '' : ` ${counted(rows, 'row')} got it.`;
  return {
    message: `${table}.${column}: the default is the text ${text} now${was}.${got}`,
    table,
    columns: [column],
    ...(rows > 0 && { count: rows }),
    ...placeOfDefault(facts, table, column),
  };
}

function otherFindings(facts: DatabaseFacts, told: readonly TextDefault[]): RawFinding[] {
  return objectChanges(facts).flatMap((object): RawFinding[] => {
    const { kind, name, change, table = '', columns: [column = ''] = [], detail = '' } = object;
    const isTold = told.some((one) => sameName(one.table, table) && sameName(one.column, column));
    if (kind !== 'constraint' || name !== 'DEFAULT' || change !== 'changed' || isTold) return [];
    return [
      {
        severity: 'notice',
        message: `${table}.${column}: ${detail}, for new rows.`,
        table,
        columns: [column],
        remedy: 'Nothing to do if it was to change.',
        ...placeOfObject(facts, object, writingStatements(facts, table, ['create'])),
      },
    ];
  });
}

function placeOfDefault(facts: DatabaseFacts, table: string, column: string): Pick<RawFinding, 'location'> {
  const object = objectChanges(facts).find(
    (one) =>
      sameName(one.table ?? '', table) &&
      (one.kind === 'constraint'
        ? one.name === 'DEFAULT' && sameName(one.columns?.[0] ?? '', column)
        : one.kind === 'column' && sameName(one.name, column)),
  );
  const named = writingStatements(facts, table, ['add-column', 'create']);
  const adding = named.filter(({ names }) =>
    names.some((one) => one.verb === 'add-column' && sameName(one.name, column)),
  );
  const statements =
    adding.length > 0 ? adding : named.filter(({ names }) => names.some(({ verb }) => verb === 'create'));
  return placeOfObject(facts, object ?? { kind: 'table', name: table, change: 'added' }, statements);
}
