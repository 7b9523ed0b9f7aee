import { expect } from '@jest/globals';
import type { Finding } from '../../src/facts/finding.ts';
import type { PreflightRecord } from '../../src/facts/record.ts';
import { countRows } from './scratch.ts';

/** A finding with the number of rows that its query gives. */
export interface Tried {
  finding: Finding;
  rows: number;
}

/** Runs the query of every finding that has one, as the report says: in the migrated database, with `before` attached. */
export function triedQueries({ findings }: PreflightRecord, before: string, after: string): Tried[] {
  return findings.flatMap((finding) =>
    finding.query === undefined ? [] : [{ finding, rows: countRows(after, before, finding.query) }],
  );
}

/** The rules whose findings are about rows that can be listed. */
export const ABOUT_ROWS =
  /^(rows-|values-|json-|orphans-|required-null|table-dropped|column-dropped|foreign-key-mismatch)/;

/** Rows that were made and lost again are in neither database. */
export const GONE_EVERYWHERE = /that the migration itself made (is|are) (gone|erased) again/;

/** The query gives as many rows as the finding counts, except where the finding counts something else than rows. */
export function expectListed({ finding: { rule, count = 0, columns = [] }, rows }: Tried): void {
  if (/^(values-|json-)/.test(rule) && columns.length > 1) {
    // It counts values, and a row can have several.
    expect(rows).toBeLessThanOrEqual(count);
    expect(rows).toBeGreaterThanOrEqual(Math.ceil(count / columns.length));
  } else {
    expect(rows).toBe(count);
  }
}
