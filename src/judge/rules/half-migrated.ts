import { counted } from '../../text/numbers.ts';
import type { Rule } from '../rule.ts';
import { executedSteps } from '../view.ts';
import { list } from '../words.ts';

export const rule: Rule = {
  id: 'half-migrated',
  severity: 'error',
  kind: 'problem',
  title: 'A failure leaves the database half migrated',
  why: 'What was committed before the failure stays: the schema is neither the old nor the new one, and running the migration again meets its own leftovers.',
  remedy:
    'Put BEGIN and COMMIT around each migration (PRAGMA foreign_keys works only before BEGIN), or let the tool run each file in one transaction; in production, restore the backup.',
  check(facts) {
    const { rehearsal } = facts;
    if (rehearsal.outcome !== 'failed' && rehearsal.outcome !== 'timeout') return [];
    const kept = executedSteps(facts).filter(({ writes }) => writes);
    if (kept.length === 0) return [];
    const failed = rehearsal.steps.find(({ status }) => status === 'failed');
    const missing = rehearsal.steps.filter(({ status }) => status === 'not-run').length;
    const byFile = Map.groupBy(kept, ({ file }) => file);
    const applied = [...byFile].map(
      ([file, steps]) =>
        `${baseName(file)}: ${list(
          steps.map(({ title }) => title),
          3,
        )}`,
    );
    return [
      {
        message: `${counted(kept.length, 'statement stays', 'statements stay')} applied, ${counted(missing, 'was', 'were')} not run. Applied: ${applied.join('; ')}.`,
        count: kept.length,
        ...(failed !== undefined && { location: { file: failed.file, line: failed.line } }),
      },
    ];
  },
};

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
