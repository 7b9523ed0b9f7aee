import type { DatabaseFacts } from '../../facts/database.ts';
import type { ViewChange, ViewMeaning } from '../../facts/meaning/meaning-facts.ts';
import { sameName } from '../../sql/quote.ts';
import { counted, whole } from '../../text/numbers.ts';
import { nameChangeText, placeOfMeaning, viewMeanings } from '../kit/meaning/meanings.ts';
import { list } from '../kit/words.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'view-changed',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A view gives something else',
  why: 'Its text still compiles, but NATURAL JOIN compares one more column, a name means another one, or `*` stands for other columns. SQLite says nothing when a table changes under a view.',
  remedy: 'Make the view again, with its joins, names and columns written out.',
  check: (facts) => viewMeanings(facts).flatMap((meaning) => findingOf(facts, meaning)),
};

function findingOf(facts: DatabaseFacts, { view, change, hints }: ViewMeaning): RawFinding[] {
  // What does not compile gives nothing, and is told of by view-broken.
  const { broken = [] } = facts.after ?? {};
  if (broken.some(({ kind, name }) => kind === 'view' && sameName(name, view))) return [];
  return [
    {
      ...(isMeant(change) && { severity: 'notice' as const }),
      message: `${view} ${textOf(change)}.`,
      object: view,
      ...(change.kind === 'rows' && { count: Math.max(change.gone, change.came) }),
      ...placeOfMeaning(facts, 'view', view, hints),
    },
  ];
}

function isMeant(change: ViewChange): boolean {
  return (
    (change.kind === 'rows' && change.meant === true) ||
    (change.kind === 'columns' && change.followed === true)
  );
}

function textOf(change: ViewChange): string {
  switch (change.kind) {
    case 'rows':
      return rowsText(change);
    case 'fails':
      return `cannot be read to its end any more: ${change.message}`;
    case 'columns': {
      const one = change.columns.length === 1;
      const reason = change.followed ? ', as in the tables that it reads' : '';
      return `has no ${one ? 'column' : 'columns'} ${list(change.columns)} any more${reason}`;
    }
    case 'resolved':
    case 'joined':
      return nameChangeText(change);
  }
}

function rowsText({
  before,
  after,
  gone,
  came,
  cause,
  meant,
}: Extract<ViewChange, { kind: 'rows' }>): string {
  const reason = cause === undefined ? '' : `: it ${nameChangeText(cause)}`;
  const steady = meant ? '' : ', though nothing that it reads has changed';
  if (before !== after)
    return `gave ${counted(before, 'row')} and gives ${whole(after)} now${steady}${reason}`;
  const most = Math.max(gone, came);
  return `gives ${whole(most)} of its ${counted(before, 'row')} otherwise${steady}${reason}`;
}
