import type { ObjectChange, TableChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import type { CommandFacts } from '../../facts/rehearsal/command.ts';
import { foldName } from '../../sql/quote.ts';
import { counted } from '../../text/numbers.ts';
import { isBookkeeping } from './view.ts';

/** What a command changed, but for the migration history tables. */
interface Left {
  /** Those with rows or values that differ. */
  tables: TableChange[];
  objects: ObjectChange[];
}

/** After a failure too; `undefined` where nothing was compared. */
export function leftByCommand(facts: DatabaseFacts): Left | undefined {
  const { changes } = facts;
  if (changes === undefined) return undefined;
  const isOwn = ({ kind, name, table = '' }: ObjectChange) =>
    isBookkeeping(facts, table) || (kind === 'table' && isBookkeeping(facts, name));
  return {
    tables: changes.tables.filter(
      ({ table, added, removed, changed }) => added + removed + changed > 0 && !isBookkeeping(facts, table),
    ),
    objects: changes.objects.filter((object) => !isOwn(object)),
  };
}

/** It left the database as it was, whatever tools wrote for themselves. */
export function changedNothing(facts: DatabaseFacts): boolean {
  const { command, before, after } = facts;
  if (command === undefined) return false;
  if (command.copy !== 'changed') return true;
  const left = leftByCommand(facts);
  if (left === undefined || before === undefined || after === undefined) return false;
  const { journalMode: _, ...header } = before.header;
  const { journalMode: __, ...now } = after.header;
  const isSame = left.tables.length + left.objects.length + command.recorded.length === 0;
  return isSame && JSON.stringify(header) === JSON.stringify(now);
}

/** Something in the database, a table of the tool's or a version, says which migrations are applied. */
export function keepsAccount({ keepsAccount: known, bookkeeping }: CommandFacts): boolean {
  return known === true || bookkeeping.length > 0;
}

/** `at least 3 commits`. */
export function commitsText({ command, rehearsal }: DatabaseFacts): string {
  if (rehearsal.commitsUnknown) return 'commits unknown';
  return `${command?.commitsAtLeast ? 'at least ' : ''}${counted(rehearsal.commits, 'commit')}`;
}

/** What differs, in numbers: `1 table added, 2 columns added; rows of 3 tables`. */
export function leftText({ tables, objects }: Left): string {
  const kinds = Map.groupBy(objects, ({ kind, change }) => `${kind.replace('-', ' ')}\0${change}`);
  const made = [...kinds].map(([key, own]) => {
    const [kind = '', change = ''] = key.split('\0');
    return `${counted(own.length, kind, kind === 'index' ? 'indexes' : `${kind}s`)} ${change}`;
  });
  const names = new Set(tables.map(({ table }) => foldName(table)));
  const rows = names.size === 0 ? [] : [`rows of ${counted(names.size, 'table')}`];
  return [...made, ...rows].join(', ');
}
