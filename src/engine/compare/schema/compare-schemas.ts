import type { ObjectChange } from '../../../facts/changes.ts';
import type { Table } from '../../../facts/schema.ts';
import type { StatementTarget } from '../../../facts/statement.ts';
import { quoteName } from '../../../sql/quote.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import { followTables, type Lineage } from '../lineage/lineage.ts';
import { pairTables } from '../lineage/pairing.ts';
import { type ContentPairing, pairByContent } from '../lineage/same-content.ts';
import { diffSchemas } from './schema-diff.ts';

/** Which tables belong together, and what happened to each object, with what was lost with those that are gone. */
export function compareSchemas(
  context: ComparisonContext,
  executed: readonly StatementTarget[],
): { objects: ObjectChange[]; pairing: ContentPairing; lineage: Lineage } {
  const { before, after } = context;
  const lineage = followTables(
    before.tables,
    executed.map((named) => [named]),
  );
  const pairing = pairByContent(context, pairTables(before, after, lineage), lineage);
  const objects = diffSchemas(before, after, pairing).map(
    (object) => withoutContent(object, before.tables) ?? withHeld(context, object, pairing),
  );
  return { objects, pairing, lineage };
}

/** A removed index that does not hold its content: of one over another table nothing is lost, the rest nobody can count. */
function withoutContent(object: ObjectChange, before: readonly Table[]): ObjectChange | undefined {
  if (object.kind !== 'table' || object.change !== 'removed') return undefined;
  const content = before.find(({ name }) => name === object.name)?.content;
  if (content === undefined) return undefined;
  return content === '' ? object : { ...object, held: 0 };
}

/** What was lost with a removed table or column: rows, or values that were not NULL; and what may be that column now. */
function withHeld(
  { connection, unchecked }: ComparisonContext,
  object: ObjectChange,
  { pairs, alike }: ContentPairing,
): ObjectChange {
  if (object.change !== 'removed' || (object.kind !== 'table' && object.kind !== 'column')) return object;
  // In *after*, the name of a removed table can be that of another one.
  const table =
    object.kind === 'table' ? undefined : pairs.find(({ after }) => after.name === object.table)?.before;
  const owner = table?.name ?? object.table ?? object.name;
  const count = object.kind === 'table' ? '*' : quoteName(object.name);
  const held = attemptRead(unchecked, { check: 'content', table: owner }, () =>
    connection.number(`SELECT count(${count}) FROM old.${quoteName(owner)}`),
  );
  const column = table?.columns.find(({ name }) => name === object.name);
  const successor = column && alike.get(column)?.name;
  return {
    ...object,
    ...(held !== undefined && { held }),
    ...(successor !== undefined && { alike: successor }),
  };
}
