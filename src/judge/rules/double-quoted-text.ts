import type { DatabaseFacts } from '../../facts/database.ts';
import type { QuotedFill } from '../../facts/rehearsal/rehearsal.ts';
import { sameName } from '../../sql/quote.ts';
import { textInDoubleQuotes } from '../../sql/quoted-text.ts';
import { counted } from '../../text/numbers.ts';
import { resembles } from '../kit/content/resembling-names.ts';
import { locationOf } from '../kit/failures/failure-causes.ts';
import { nameBefore, tablesNamed } from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'double-quoted-text',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'Text in double quotes',
  why: 'Double quotes enclose names. Many SQLite drivers take "x" for a text where no column has that name, so that a misspelt column becomes its own name in every row; others refuse the statement.',
  remedy: 'Write text in single quotes, and correct the name where a column was meant.',
  check(facts) {
    const { rehearsal } = facts;
    const { failure, outcome, doubleQuotedText: quoted, quotedFills = [] } = rehearsal;
    if (quoted !== undefined) {
      const { text, file, line, statement } = quoted;
      const filled = quotedFills.map((fill) => filledBy(facts, fill));
      // The first one may fill nothing, as in a condition.
      if (quotedFills.some((fill) => fill.statement === statement && fill.text === text)) return filled;
      const message = `${text} is no column here, so production takes it for a text. So did the rehearsal, with Node's own SQLite ${rehearsal.sqlite}.`;
      return [...filled, { message, location: { file, line } }];
    }
    // A RAISE() text can say anything.
    if (outcome !== 'failed' || failure?.code !== 'SQLITE_ERROR') return [];
    const text = textInDoubleQuotes(failure.message);
    if (text === undefined) return [];
    return [
      {
        message: `${text} is no column here. Many drivers take it for a text; this one does not.`,
        ...locationOf(failure),
      },
    ];
  },
};

/** An error where every row has it, and where a column was meant: it is new, it was copied, or one is called alike. */
function filledBy(facts: DatabaseFacts, fill: QuotedFill): RawFinding {
  const { statement, column, text, rows, isWhole } = fill;
  const { file, line } = facts.rehearsal.statements[statement] ?? { file: '', line: 0 };
  const table = nameAtTheEnd(facts, fill);
  const isMistake =
    isWhole && (isCopied(facts, fill) || isNew(facts, table, column) || isNearColumn(facts, table, fill));
  return {
    ...(isMistake && { severity: 'error' }),
    message: `${table}.${column}: ${counted(rows, 'row gets', 'rows get')} ${text} as a text, because no column has that name.`,
    table,
    columns: [column],
    count: rows,
    location: { file, line },
  };
}

/** It stands where a copy takes a column. */
function isCopied({ rehearsal }: DatabaseFacts, { statement }: QuotedFill): boolean {
  const { names = [] } = rehearsal.statements[statement] ?? {};
  return names.some(({ verb }) => verb === 'insert' || verb === 'upsert');
}

function isNew(facts: DatabaseFacts, table: string, column: string): boolean {
  const [former] = tablesNamed(facts.before?.schema.tables, nameBefore(facts, table));
  return former === undefined || !former.columns.some(({ name }) => sameName(name, column));
}

function isNearColumn(facts: DatabaseFacts, table: string, { column, text }: QuotedFill): boolean {
  const [former] = tablesNamed(facts.before?.schema.tables, nameBefore(facts, table));
  const names = [column, ...(former?.columns ?? []).map(({ name }) => name)];
  return names.some((name) => resembles(name, text.slice(1, -1)));
}

/** The name that a table has at the end which the statement calls so. */
function nameAtTheEnd({ rehearsal }: DatabaseFacts, { statement, table }: QuotedFill): string {
  return rehearsal.statements
    .slice(statement + 1)
    .flatMap(({ names, status, rolledBack }) => (status === 'done' && !rolledBack ? names : []))
    .reduce(
      (name, named) => (named.verb === 'rename-table' && sameName(named.name, name) ? named.to : name),
      table,
    );
}
