import type { ChangeFacts, ColumnChange, TableChange } from '../../../../facts/changes.ts';
import type { DatabaseFacts } from '../../../../facts/database.ts';
import { sameName } from '../../../../sql/quote.ts';
import { counted, whole } from '../../../../text/numbers.ts';
import { code, words } from '../../../shared/escape.ts';
import { backfilled } from '../../../shared/reading.ts';
import { bullets, CAUTION, paragraphs, type Section, table } from '../parts.ts';
import { objectLines } from './object-list.ts';
import { phasesOf } from './phases.ts';

/** What the migration did, phase by phase as executed, and in the end as compared. */
export function modified(facts: DatabaseFacts): Section | undefined {
  const { plan, command, rehearsal, changes } = facts;
  if ((plan ?? command) === undefined || changes === undefined) return undefined;
  const { items, rest } = phasesOf(plan?.pending ?? [], rehearsal.statements, changes.objects);
  // Of a command no statement is known.
  const lead = command === undefined ? 'Named by no statement:\n\n' : '';
  const others = rest.length === 0 ? '' : `${lead}${bullets(objectLines(rest))}`;
  const title = rehearsal.outcome === 'done' ? 'What was modified' : 'What stays modified after the failure';
  return { title, body: paragraphs(bullets(items), others, content(facts, changes)) };
}

const KINDS = ['filled', 'changed', 'nulled', 'retyped'] as const;

/** Rows and values of the tables that are on both sides. */
function content(facts: DatabaseFacts, { tables, unchecked }: ChangeFacts): string {
  const unread = unchecked.filter(({ check }) => check === 'content' || check === 'rows');
  const compared = tables.filter(
    ({ table: name }) => !unread.some((note) => sameName(note.table ?? '', name)),
  );
  const isChanged = ({ added, removed, changed }: TableChange) => added + removed + changed > 0;
  const touched = tables.filter((entry) => isChanged(entry) || backfilled(facts, entry).length > 0);
  const same = compared.filter((entry) => !isChanged(entry)).length;
  const note = `${counted(same, 'table')} with every row and value unchanged, in the columns of both sides (compared exactly: storage class and bytes).`;
  const gaps = unchecked.map(
    ({ check, table: name, missing }) =>
      `${CAUTION} ${check}${name === undefined ? '' : ` of ${code(name)}`} not compared: ${words(missing)}`,
  );
  return paragraphs(touched.length === 0 ? '' : changedTables(facts, touched), note, bullets(gaps));
}

function changedTables(facts: DatabaseFacts, touched: readonly TableChange[]): string {
  const head = ['table', 'rows before:', 'after:', 'added:', 'removed:', 'changed:', 'values', 'proof'];
  const rows = touched.map((entry) => {
    const { table: name, before, after, added, removed, changed, columns, proof } = entry;
    const numbers = [before, after, added, removed, changed].map(whole);
    const filled = backfilled(facts, entry).map(
      (one) => `${code(one.column)} ${whole(one.filled)} filled (new)`,
    );
    return [code(name), ...numbers, [...columns.map(valueText), ...filled].join('; '), proof];
  });
  return table(head, rows);
}

function valueText(change: ColumnChange): string {
  const found = KINDS.filter((kind) => change[kind] > 0).map((kind) => `${whole(change[kind])} ${kind}`);
  return `${code(change.column)} ${found.join(', ')}`;
}
