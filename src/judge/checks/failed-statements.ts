import type { DatabaseFacts } from '../../facts/database.ts';
import type { FailedStatement } from '../../facts/health.ts';
import { judgedSides } from '../kit/view.ts';
import { wasMeasuredWhole } from './known-names.ts';

export interface JudgedStatement extends FailedStatement {
  /** The migration broke it: it prepared before. */
  broken: boolean;
  /** Why it did not prepare before either. */
  earlier?: string;
}

/** The application's statements that do not prepare now; after a migration that failed, none is judged. */
export function failedStatements(facts: DatabaseFacts): JudgedStatement[] {
  if (!wasMeasuredWhole(facts)) return [];
  const { now, earlier } = judgedSides(facts);
  return (now?.statements.failed ?? []).map((statement) => {
    const before = earlier?.statements.failed.find(
      ({ file, offset }) => file === statement.file && offset === statement.offset,
    );
    const broken = earlier !== undefined && before === undefined;
    return { ...statement, broken, ...(before && { earlier: before.message }) };
  });
}
