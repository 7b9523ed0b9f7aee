import type { ForeignKey, Schema, Table } from '../../../facts/schema.ts';
import { quoteName, sameName } from '../../../sql/quote.ts';
import { dataPartsOf } from '../../../statements/data-parts.ts';
import type { Connection } from '../../sqlite/connection.ts';
import { INCOMING, incomingOf } from './incoming.ts';
import { type Stopped, type Suspicion, tableNamed } from './stopped.ts';

/** Rows that an INSERT or UPDATE would write without a parent. */
export function brokenKeys(stopped: Stopped): Suspicion[] {
  const incoming = incomingOf(stopped);
  if (incoming === undefined) return [];
  const { target, lead } = incoming;
  return target.foreignKeys.map((key) => {
    const parents = sameName(key.parent, target.name) ? [key.parent, undefined] : [key.parent];
    const missing = parents.map((parent) => noParent(INCOMING, key, parent));
    return {
      constraint: 'FOREIGN KEY' as const,
      ...subjectOf(target, key),
      query: `${lead} SELECT * FROM ${INCOMING} WHERE ${hasKey(INCOMING, key)} AND ${missing.join(' AND ')}`,
    };
  });
}

/** Rows that refer to what a DELETE, a DROP TABLE or a change of keys would take away. */
export function childrenInTheWay({ sql, names, schema }: Stopped): Suspicion[] {
  const [named] = names;
  const parts = dataPartsOf(sql);
  const isDrop = named?.verb === 'drop' && named.kind === 'table';
  const parent = isDrop ? named.name : parts?.table;
  if (parent === undefined) return [];
  const { lead = '', target = quoteName(parent), where } = (isDrop ? undefined : parts) ?? {};
  const alias = /\bas\s+(\S+)\s*$/i.exec(target)?.[1] ?? quoteName(parent);
  return keysTo(schema, parent).map(({ child, key }) => {
    const match = key.columns.map(
      (column, at) => `${alias}.${quoteName(key.parentColumns[at] ?? '')} = child.${quoteName(column)}`,
    );
    const going = [...match, ...(where === undefined ? [] : [`(${where})`])].join(' AND ');
    return {
      constraint: 'FOREIGN KEY' as const,
      refers: true as const,
      ...subjectOf(child, key),
      query:
        `${lead} SELECT child.* FROM ${quoteName(child.name)} AS child WHERE EXISTS (SELECT 1 FROM ${target} WHERE ${going})`.trim(),
    };
  });
}

/** Rows without a parent that a deferred foreign key has let pass until the COMMIT. */
export function withoutParentAtCommit(connection: Connection, { schema }: Stopped): Suspicion[] {
  const broken = connection.objects<{ table: string; fkid: number }>(
    'SELECT DISTINCT "table", fkid FROM pragma_foreign_key_check',
  );
  return broken.flatMap(({ table, fkid }): Suspicion[] => {
    const child = tableNamed(schema, table);
    // SQLite numbers the keys from the last declared to the first.
    const key = child?.foreignKeys[child.foreignKeys.length - 1 - fkid];
    if (child === undefined || key === undefined) return [];
    const parent = tableNamed(schema, key.parent);
    const missing = parent === undefined ? 'true' : noParent('child', key, parent.name);
    return [
      {
        constraint: 'FOREIGN KEY',
        ...subjectOf(child, key),
        query: `SELECT child.* FROM ${quoteName(child.name)} AS child WHERE ${hasKey('child', key)} AND ${missing}`,
      },
    ];
  });
}

function keysTo({ tables }: Schema, parent: string): { child: Table; key: ForeignKey }[] {
  return tables.flatMap((child) =>
    child.foreignKeys.filter((key) => sameName(key.parent, parent)).map((key) => ({ child, key })),
  );
}

function subjectOf(
  child: Table,
  { columns, parent }: ForeignKey,
): Pick<Suspicion, 'table' | 'columns' | 'parent' | 'keyOf'> {
  return { table: child.name, columns, parent, keyOf: child.name };
}

function hasKey(rows: string, { columns }: ForeignKey): string {
  return columns.map((column) => `${rows}.${quoteName(column)} IS NOT NULL`).join(' AND ');
}

/** `parent` absent: among the rows that come along. */
function noParent(rows: string, { columns, parentColumns }: ForeignKey, parent: string | undefined): string {
  const from = parent === undefined ? INCOMING : quoteName(parent);
  // The plus lets the parent's affinity decide, as when SQLite enforces the key.
  const match = columns.map(
    (column, at) => `parent.${quoteName(parentColumns[at] ?? '')} = +${rows}.${quoteName(column)}`,
  );
  return `NOT EXISTS (SELECT 1 FROM ${from} AS parent WHERE ${match.join(' AND ')})`;
}
