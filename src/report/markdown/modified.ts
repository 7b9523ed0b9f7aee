import type { ObjectChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import type { PendingMigration } from '../../facts/plan.ts';
import type { StepFacts } from '../../facts/rehearsal.ts';
import { code, words } from '../escape.ts';
import { counted, whole } from '../numbers.ts';
import { bullets, type Section, table } from './parts.ts';

/** What the migration did, phase by phase as executed, and in the end as compared. */
export function modified({ plan, rehearsal, changes }: DatabaseFacts): Section | undefined {
  if (plan === undefined || changes === undefined) return undefined;
  const parts = [
    bullets(plan.pending.flatMap((one) => phases(one, rehearsal.steps))),
    content(changes),
    objects(changes.objects),
  ];
  const title = rehearsal.outcome === 'done' ? 'What was modified' : 'What was modified before the failure';
  return { title, body: parts.filter((part) => part !== '').join('\n\n') };
}

function phases({ file, statements }: PendingMigration, steps: readonly StepFacts[]): string[] {
  if (statements === 0) return [`${code(file)}: no statement`];
  const own = steps.filter((step) => step.file === file);
  const byPhase = Map.groupBy(own, ({ phase }) => (phase === undefined ? file : `${file}: ${phase}`));
  return [...byPhase].map(([phase, group]) => {
    const done = group.filter(({ status }) => status === 'done');
    const undone = done.filter(({ rolledBack }) => rolledBack).length;
    const rows = done.reduce((sum, step) => sum + (step.rows ?? 0), 0);
    const notes = [
      `${counted(done.length, 'statement')} of ${whole(group.length)} ran`,
      ...(rows > 0 ? [`${counted(rows, 'row')} written`] : []),
      ...(undone > 0 ? [`${whole(undone)} rolled back`] : []),
    ];
    return `${code(phase)}: ${notes.join(', ')}`;
  });
}

function content({ tables }: NonNullable<DatabaseFacts['changes']>): string {
  const touched = tables.filter(({ added, removed, changed }) => added + removed + changed > 0);
  const same = tables.length - touched.length;
  const note = `${counted(same, 'table')} with every row and value unchanged (compared exactly, storage class and bytes).`;
  if (touched.length === 0) return note;
  const rows = touched.map(({ table: name, added, removed, changed, columns }) => {
    const values = columns.map(({ column, ...kinds }) => {
      const found = Object.entries(kinds).filter(([, count]) => count > 0);
      return `${code(column)} ${found.map(([kind, count]) => `${whole(count)} ${kind}`).join(', ')}`;
    });
    return [code(name), whole(added), whole(removed), whole(changed), values.join('; ')];
  });
  return `${table(['table', 'rows added:', 'removed:', 'changed:', 'values'], rows)}\n\n${note}`;
}

function objects(all: readonly ObjectChange[]): string {
  const groups = Map.groupBy(all, ({ kind, change }) => `${kind} ${change}`);
  return bullets(
    [...groups].map(([, group]) => {
      const [first] = group;
      const names = group.map(({ kind, name, table: owner, detail }) => {
        const text = kind === 'constraint' ? (detail ?? name) : name;
        const inside = kind === 'column' || kind === 'constraint' || kind === 'foreign-key';
        return code(inside && owner !== undefined ? `${owner}.${text}` : text);
      });
      const shown = names.slice(0, 40).join(', ');
      const rest = names.length > 40 ? ` and ${names.length - 40} more` : '';
      return `${words(`${plural(first?.kind ?? '', group.length)} ${first?.change ?? ''}`)}: ${shown}${rest}`;
    }),
  );
}

function plural(kind: string, number: number): string {
  const many = kind === 'index' ? 'indexes' : `${kind}s`;
  return `${number} ${number === 1 ? kind : many}`.replace('-', ' ');
}
