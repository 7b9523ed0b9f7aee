import type { Location } from '../../facts/finding.ts';
import type { Differences, Stop } from '../../facts/rehearsal/scenarios.ts';
import { counted } from '../../text/numbers.ts';
import { list } from './words.ts';

/** In what two databases differ, in a few words. */
export function spelledOut({ tables, objects }: Differences): string {
  const rows = tables.map(({ table, removed, added, changed, columns }) => {
    const parts = [
      ...(removed > 0 ? [`${counted(removed, 'row')} missing`] : []),
      ...(added > 0 ? [`${counted(added, 'row')} too many`] : []),
      ...(changed > 0 ? [`${counted(changed, 'row')} with other values in ${list(columns, 3)}`] : []),
    ];
    return `${table}: ${parts.join(', ')}`;
  });
  const others = objects.map(({ kind, name, table, change }) => {
    const owner = table === undefined || kind === 'table' ? '' : ` of ${table}`;
    return `${kind} ${name}${owner} ${OBJECT[change]}`;
  });
  return list([...rows, ...others], 4);
}

const OBJECT = { added: 'too many', removed: 'missing', changed: 'different', renamed: 'renamed' };

export function locationOfStop({ file, line }: Stop): { location?: Location } {
  return file === '' ? {} : { location: { file, ...(line !== undefined && { line }) } };
}
