import { placeOfRollback } from '../kit/places/places.ts';
import { locationOfStop, spelledOut } from '../kit/scenario-words.ts';
import { sentence } from '../kit/words.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'rollback-lossy',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'The down migration does not bring everything back',
  why: 'Whoever goes back by it finds another database than the one that was migrated.',
  remedy: 'Correct the down migration, or go back by the backup alone and remove it.',
  check(facts) {
    const { scenarios } = facts;
    const { outcome, stop, differences } = scenarios?.rollback?.down ?? {};
    if (outcome === undefined || differences === undefined) return [];
    const changes = spelledOut(differences);
    if (outcome === 'done' && changes === '') return [];
    const failure = stop && `The down migration fails: ${sentence(stop.message)}`;
    const how = failure === undefined ? 'Up and down again' : `${failure} It`;
    const [table] = differences.tables;
    const [object] = differences.objects;
    const concerned = [table?.table, object?.name, object?.table].filter((name) => name !== undefined);
    return [
      {
        message: failure !== undefined && changes === '' ? failure : `${how} leaves ${changes}.`,
        ...(table && { table: table.table }),
        ...(stop ? locationOfStop(stop) : placeOfRollback(facts, concerned)),
      },
    ];
  },
};
