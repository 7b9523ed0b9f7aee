import type { ContentCause } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import type { StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import { sameName } from '../../sql/quote.ts';
import { partsByFile } from '../kit/content/parts-by-file.ts';
import { contentStatements } from '../kit/places/causes.ts';
import { valueFindings } from '../kit/value-findings.ts';
import { conversions } from '../kit/values/meant-conversions.ts';
import { executedStatements, namedStatement, writingStatements } from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'values-changed',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  // An UPDATE changes values on purpose; what changed on the way is lost.
  loss: 'errors',
  allowable: true,
  title: 'Values changed',
  why: 'Values that were there before are other ones now. Where no UPDATE of the table did it, a copy, a cascade or a trigger did, and probably nobody meant it.',
  remedy:
    'Check that these values were to change; if so, allow it with a reason, in the config or the migration.',
  check(facts) {
    const changed = valueFindings(facts, 'changed', (values) => `${values} changed`).map((finding) => {
      const table = finding.table ?? '';
      const changing = changingStatements(facts, table);
      const guilty = guiltyOf(facts, finding);
      const meant =
        executedStatements(facts).length === 0 ||
        (changing.length > 0 && guilty.every((statement) => changing.includes(statement)));
      return meant ? { ...finding, severity: 'warning' as const } : finding;
    });
    const says = (values: string) =>
      `${values} changed with the declared type, by the migration's own expression`;
    const converted = valueFindings(facts, 'retyped', says, conversions(facts));
    return [...changed, ...converted.map((finding) => ({ ...finding, severity: 'warning' as const }))];
  },
};

/** The statements that brought what the finding tells: of several files, those of its own. */
function guiltyOf(
  facts: DatabaseFacts,
  { table = '', columns = [], location }: RawFinding,
): StatementFacts[] {
  const changed = new Map(columns.map((column) => [column, 0]));
  const parts = partsByFile(facts, table, 'changed', changed);
  const own = parts.find(({ statements }) => statements.some(({ file }) => file === location?.file));
  if (own !== undefined) return own.statements;
  const isMeant = ({ what, column = '' }: ContentCause) => what === 'changed' && columns.includes(column);
  return contentStatements(facts, table, isMeant);
}

/** The statements that changed values of the table on purpose: those that met a row, and not a rebuild's copy. */
function changingStatements(facts: DatabaseFacts, table: string): StatementFacts[] {
  const isCopy = ({ names }: StatementFacts) =>
    names.some(
      (named) =>
        named.verb === 'upsert' &&
        !sameName(named.name, table) &&
        namedStatement(facts, 'create', 'table', named.name) !== undefined,
    );
  return writingStatements(facts, table, ['update', 'upsert']).filter(
    (statement) => statement.rows !== 0 && !isCopy(statement),
  );
}
