import type { ObjectChange } from '../../../../facts/changes.ts';
import { counted } from '../../../../text/numbers.ts';
import { code } from '../../../shared/escape.ts';
import { kindWords } from '../../../shared/reading.ts';
import { listed } from '../parts.ts';

/** A line for each kind of object and way of change, with the names. */
export function objectLines(objects: readonly ObjectChange[]): string[] {
  const groups = Map.groupBy(objects, ({ kind, change }) => `${kind} ${change}`);
  return [...groups.values()].map((group) => {
    const { kind, change } = group[0] as ObjectChange;
    return `${counted(group.length, ...kindWords(kind))} ${change}: ${listed(group.map(shown))}`;
  });
}

function shown(object: ObjectChange): string {
  const { kind, from, held, change } = object;
  const former = from === undefined ? '' : `${code(from)} → `;
  return `${former}${code(fullName(object))}${heldText(kind, change, held)}`;
}

function fullName({ kind, name, table, columns = [], detail }: ObjectChange): string {
  if (kind === 'column') return table === undefined ? name : `${table}.${name}`;
  if (kind !== 'constraint' && kind !== 'foreign-key') return name;
  const owner = columns.length === 0 ? table : `${table ?? ''}(${columns.join(', ')})`;
  return [owner, detail ?? name].filter((part) => part !== undefined).join(' ');
}

function heldText(
  kind: ObjectChange['kind'],
  change: ObjectChange['change'],
  held: number | undefined,
): string {
  if (change !== 'removed' || held === undefined) return '';
  return ` (held ${kind === 'table' ? counted(held, 'row') : counted(held, 'value')})`;
}
