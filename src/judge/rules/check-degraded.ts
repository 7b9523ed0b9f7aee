import type { DatabaseFacts } from '../../facts/database.ts';
import type { Unchecked } from '../../facts/health.ts';
import type { Settings } from '../../facts/settings.ts';
import { counted } from '../../text/numbers.ts';
import { notThereYet } from '../checks/measured-mistakes.ts';
import { list } from '../kit/words.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'check-degraded',
  severity: 'warning',
  kind: 'problem',
  about: 'run',
  loss: 'never',
  allowable: true,
  title: 'Something could not be checked',
  why: 'The schema needs a function, collation or module that this SQLite does not have, so some checks are blind here.',
  remedy: 'Check those tables where the application runs, with its own functions and extensions loaded.',
  check(facts, settings) {
    const { before, after, changes } = facts;
    const all = [...(before?.unchecked ?? []), ...(after?.unchecked ?? []), ...(changes?.unchecked ?? [])];
    const byMissing = Map.groupBy(
      all.filter(({ check, damaged }) => !damaged && check !== 'view'),
      ({ missing }) => missing,
    );
    const blind = [...byMissing].map(([missing, notes]) => {
      const queries = notes.flatMap(({ object }) => object ?? []);
      const others = notes.filter(({ object }) => object === undefined);
      const tables = [...new Set(others.flatMap(({ table }) => table ?? []))];
      const unchecked = [...placesOf(others, tables), ...queriesOf([...new Set(queries)])];
      const [table] = tables;
      return {
        message: `${missing}. Not checked: ${list(unchecked)}.`,
        object: missing.replace(/^.*: /, ''),
        ...(tables.length === 1 && table !== undefined && { table }),
      };
    });
    return [...blind, ...unaskedViews(all), ...notYet(facts, settings)];
  },
};

/** Nothing is missing here: it would take too long. */
function unaskedViews(notes: readonly Unchecked[]): RawFinding[] {
  return notes.flatMap(({ check, table: view, missing }): RawFinding[] => {
    if (check !== 'view' || view === undefined) return [];
    const message = `Whether ${view} gives the same rows as before was not compared: ${missing}.`;
    return [{ severity: 'notice', message, remedy: 'Compare what it gives by hand.', object: view }];
  });
}

/** In a health check only: what the settings name may be there once the database is migrated. */
function notYet(facts: DatabaseFacts, settings: Settings): RawFinding[] {
  return notThereYet(facts, settings).map(({ message, source }) => ({
    severity: 'notice',
    message: `${message} Not checked.`,
    remedy: 'Nothing, where a migration to come makes it; else correct the setting.',
    location: source,
  }));
}

function placesOf(notes: readonly Unchecked[], tables: readonly string[]): string[] {
  if (notes.length === 0) return [];
  const checks = [...new Set(notes.map(({ check }) => check))];
  const [one, many] = checks.includes('schema') ? ['table or view', 'tables or views'] : ['table', 'tables'];
  const where =
    tables.length === 0 ? 'the whole file' : `${counted(tables.length, one, many)} (${list(tables, 5)})`;
  return [`${list(checks)} of ${where}`];
}

function queriesOf(ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [`${counted(ids.length, 'query', 'queries')} (${list(ids, 5)})`];
}
