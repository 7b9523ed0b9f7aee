import { expect } from '@jest/globals';
import type { Finding } from '../../../src/facts/finding.ts';
import type { Violation } from '../../../src/facts/rehearsal/rehearsal.ts';
import type { MeasuredCase } from '../golden/measure-case.ts';
import { copied, countWhereItStops } from '../plain-run.ts';
import { countRows } from '../scratch.ts';

/** A finding, and how many rows its query lists. */
export interface ListedRows {
  finding: Finding;
  rows: number;
}

/** Runs the query of every finding that has one, as the report says: in the migrated database, with `before` attached. */
export function rowsListed(
  findings: readonly Finding[],
  { before, after }: { before: string; after: string },
): ListedRows[] {
  return findings.flatMap((finding) =>
    finding.query === undefined ? [] : [{ finding, rows: countRows(after, before, finding.query) }],
  );
}

const ABOUT_ROWS =
  /^(rows-|values-|json-|orphans-|required-null|table-dropped|column-dropped|foreign-key-mismatch)/;

/** Rows that were made and lost again are in neither database. */
const GONE_EVERYWHERE = /that the migration itself made (is|are) (gone|erased) again/;

/** The queries of a golden case list the rows that its findings count, and no finding about rows lacks one. */
export function expectRowsListed(measured: MeasuredCase): void {
  const { record, before, after } = measured;
  const { violation } = measured.facts.rehearsal.failure ?? {};
  const ofFailure = record.findings.filter((finding) => isOf(violation, finding));
  const others = record.findings.filter((finding) => !isOf(violation, finding));
  for (const listed of rowsListed(others, { before, after })) expectCounted(listed);
  for (const finding of ofFailure) expectCounted({ finding, rows: rowsOfFailure(measured, finding) });
  const silent = record.findings.filter(
    ({ rule, count = 0, query, message }) =>
      ABOUT_ROWS.test(rule) && count > 0 && query === undefined && !GONE_EVERYWHERE.test(message),
  );
  expect(silent).toEqual([]);
}

function isOf(violation: Violation | undefined, { query }: Finding): boolean {
  return violation !== undefined && query === `${violation.query};`;
}

/** The query of a failure runs where its message says: in the snapshot, or in the database as it is at the statement. */
function rowsOfFailure({ golden, facts, before }: MeasuredCase, { query = '' }: Finding): number {
  const { settings } = golden;
  const copy = copied(before);
  if (facts.rehearsal.failure?.violation?.runsIn === 'before') return countRows(copy, before, query);
  const sql = (settings.migrations?.files ?? []).map((file) => file.sql).join('\n');
  return countWhereItStops(copy, sql, settings.profile.name, query);
}

/** As many rows as the finding counts, except where it counts something else than rows. */
function expectCounted({ finding: { rule, count = 0, columns = [] }, rows }: ListedRows): void {
  if (/^(values-|json-)/.test(rule) && columns.length > 1) {
    // It counts values, and a row can have several.
    expect(rows).toBeLessThanOrEqual(count);
    expect(rows).toBeGreaterThanOrEqual(Math.ceil(count / columns.length));
  } else {
    expect(rows).toBe(count);
  }
}
