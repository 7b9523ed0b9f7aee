import type { Table } from '../../../facts/schema.ts';
import { quoteName, sameName } from '../../../sql/quote.ts';
import { type DataParts, dataPartsOf } from '../../../statements/data-parts.ts';
import { type Stopped, tableNamed } from './stopped.ts';

/** The rows that an INSERT or UPDATE would write, as a common table expression over its own text. */
export interface Incoming {
  target: Table;
  parts: DataParts;
  /** Its columns, by name of the target. */
  columns: string[];
  /** What stands before a SELECT that reads them FROM `NAME`. */
  lead: string;
}

/** No table of the user's is called so. */
export const INCOMING = '"new rows"';

export function incomingOf({ sql, schema }: Stopped): Incoming | undefined {
  const parts = dataPartsOf(sql);
  const target = parts && tableNamed(schema, parts.table);
  if (parts === undefined || target === undefined || parts.verb === 'delete') return undefined;
  const own = target.columns.filter(({ generated }) => generated === undefined).map(({ name }) => name);
  const columns = parts.verb === 'insert' ? (parts.columns ?? own) : own;
  const source = parts.verb === 'insert' ? parts.source : updated(parts, columns);
  if (source === undefined) return undefined;
  const names = columns.map(quoteName).join(', ');
  const rows = `${INCOMING}(${names}) AS (${source})`;
  return { target, parts, columns, lead: parts.lead === '' ? `WITH ${rows}` : `${parts.lead}, ${rows}` };
}

/** The rows of an UPDATE as it would leave them. */
function updated({ target, table, sets = [], from, where }: DataParts, columns: readonly string[]): string {
  const alias = /\bas\s+(\S+)\s*$/i.exec(target)?.[1] ?? quoteName(table);
  const values = columns.map((column) => {
    const set = sets.find((one) => sameName(one.column, column));
    return set === undefined ? `${alias}.${quoteName(column)}` : set.value;
  });
  const tables = from === undefined ? target : `${target}, ${from}`;
  return `SELECT ${values.join(', ')} FROM ${tables}${where === undefined ? '' : ` WHERE ${where}`}`;
}

/** All rows of the table as an UPDATE would leave it; `undefined` where it reads other tables too. */
export function tableAfter({ target: { name }, parts, columns }: Incoming): string | undefined {
  const { sets = [], where, from, lead, target } = parts;
  if (parts.verb !== 'update' || from !== undefined) return undefined;
  const alias = /\bas\s+(\S+)\s*$/i.exec(target)?.[1] ?? quoteName(name);
  const values = columns.map((column) => {
    const own = `${alias}.${quoteName(column)}`;
    const set = sets.find((one) => sameName(one.column, column));
    if (set === undefined) return own;
    return where === undefined ? set.value : `CASE WHEN ${where} THEN ${set.value} ELSE ${own} END`;
  });
  const rows = `${INCOMING}(${columns.map(quoteName).join(', ')}) AS (SELECT ${values.join(', ')} FROM ${target})`;
  return lead === '' ? `WITH ${rows}` : `${lead}, ${rows}`;
}
