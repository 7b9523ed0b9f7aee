import { type DatabaseFacts, isHealthCheck } from '../../facts/database.ts';
import type { Orphans } from '../../facts/health.ts';
import { counted } from '../../text/numbers.ts';
import { missingEnds } from '../checks/lost-references.ts';
import { introducedOrphans, keyWords, sameKey } from '../kit/orphan-keys.ts';
import { selectOrphans } from '../kit/selects.ts';
import { judgedSides, samplesOf, wasRehearsed } from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'orphans-present',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'Rows without a parent',
  why: 'A row that refers to a parent that does not exist breaks joins, and every rebuild of its table under foreign keys.',
  remedy:
    'Delete those rows or give them a parent; to fail only on orphans that a migration introduces, set `orphans: introduced`.',
  check(facts, { orphans: policy }) {
    const { now } = judgedSides(facts);
    const severity = policy === 'any' ? 'error' : 'notice';
    const failed = facts.command !== undefined && facts.rehearsal.outcome === 'failed';
    const older = (now?.orphans ?? []).flatMap((orphans) => {
      // Without a rehearsal there is no earlier state: what is there now was there before.
      const rows = orphans.rows - (wasRehearsed(facts) ? introducedOrphans(facts, orphans) : 0);
      const isOlder = !isHealthCheck(facts);
      return rows === 0 ? [] : [finding(orphans, { rows, severity, isOlder, failed })];
    });
    return [...older, ...repaired(facts)];
  },
};

interface Standing {
  rows: number;
  severity: 'error' | 'notice';
  /** They were there before a migration. */
  isOlder: boolean;
  /** The command that migrates failed. */
  failed: boolean;
}

/** The tool's own message is in the job's log, and may not say which rows it means. */
const REFUSED =
  ' Many tools check foreign keys at the end of a rebuild and refuse: these rows may be why the command failed.';

function finding(orphans: Orphans, { rows, severity, isOlder, failed }: Standing): RawFinding {
  const { table, columns, parent, rows: all, samples } = orphans;
  return {
    severity,
    message: `${isOlder ? 'Already before the migration, ' : ''}${keyWords(orphans)}: ${counted(rows, 'row refers', 'rows refer')} to no row of ${parent}.${failed ? REFUSED : ''}`,
    table,
    columns,
    count: rows,
    // Among new orphans it is not known which are older.
    ...samplesOf(rows === all ? samples : undefined),
    query: selectOrphans(orphans),
  };
}

function repaired(facts: DatabaseFacts): RawFinding[] {
  const { now, earlier } = judgedSides(facts);
  const gone = (earlier?.orphans ?? []).filter(
    (before) =>
      now !== undefined &&
      !now.orphans.some((after) => sameKey(facts, before, after)) &&
      // What cannot be checked any more is not repaired.
      (before.declared !== false || missingEnds(now, before).length === 0),
  );
  return gone.map((orphans) => {
    const { table, columns, parent, rows } = orphans;
    return {
      severity: 'notice',
      message: `${keyWords(orphans)}: ${counted(rows, 'row')} without a parent in ${parent} before, none after: repaired here.`,
      remedy: 'Nothing: migrate, and they are repaired.',
      table,
      columns,
      count: rows,
      query: selectOrphans(orphans, 'before.'),
    };
  });
}
