import type { TableChange } from '../../facts/changes.ts';
import type { DatabaseRecord } from '../../facts/record.ts';
import { code, words } from '../escape.ts';
import { counted, duration, size, whole } from '../numbers.ts';
import { bullets } from './parts.ts';

/** The first lines: recommendation, what was rehearsed on what, and the risk. */
export function decision({ facts, recommendation, risk }: DatabaseRecord): string {
  const lines = [databaseLine(facts), ...rehearsalLine(facts), ...resultLine(facts)];
  if (risk.level !== 'unknown') lines.push(`**Risk:** ${risk.level}`);
  return `**${words(recommendation)}**\n\n${bullets(lines)}`;
}

function databaseLine({ path, snapshot, before }: DatabaseRecord['facts']): string {
  const parts = [code(path === '' ? '(none)' : path)];
  if (snapshot !== undefined) parts.push(size(snapshot.bytes));
  if (before !== undefined) {
    const rows = before.tables.reduce((sum, table) => sum + table.rows, 0);
    parts.push(counted(before.tables.length, 'table'), counted(rows, 'row'));
  }
  return `**Database:** ${parts.join(', ')}`;
}

function rehearsalLine({ plan, rehearsal, timings }: DatabaseRecord['facts']): string[] {
  if (plan === undefined) return [];
  const { profile, pending } = plan;
  const how = `profile ${code(profile.name)}, foreign keys ${profile.foreignKeys ? 'on' : 'off'}`;
  const spent = timings.rehearsal === undefined ? '' : ` in ${duration(timings.rehearsal)}`;
  const outcome = {
    done: 'ran to its end',
    failed: 'failed',
    refused: 'refused',
    timeout: 'did not end in time',
    crashed: 'was interrupted',
    'not-run': 'not run',
  };
  return [
    `**Rehearsal:** ${counted(pending.length, 'migration')}, ${counted(rehearsal.steps.length, 'statement')}, ${how}: ${outcome[rehearsal.outcome]}${spent}`,
  ];
}

/** What happened to the data, in one line: the proof that the reader came for. */
function resultLine({ changes, rehearsal, before, after }: DatabaseRecord['facts']): string[] {
  if (changes === undefined || rehearsal.outcome !== 'done') return [];
  const { tables } = changes;
  const sum = (of: (table: TableChange) => number) => tables.reduce((total, table) => total + of(table), 0);
  const values = (kind: 'filled' | 'changed' | 'cleared' | 'retyped') =>
    sum(({ columns }) => columns.reduce((total, column) => total + column[kind], 0));
  const rows = `rows ${whole(sum(({ added }) => added))} added, ${whole(sum(({ removed }) => removed))} removed`;
  const cells = `values ${whole(values('filled'))} filled, ${whole(values('changed'))} changed, ${whole(values('cleared'))} cleared, ${whole(values('retyped'))} retyped`;
  const orphans = (side: typeof before) => side?.orphans.reduce((total, entry) => total + entry.rows, 0) ?? 0;
  return [`**Result:** ${rows}; ${cells}; orphans ${whole(orphans(before))} → ${whole(orphans(after))}`];
}
