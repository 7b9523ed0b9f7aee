import type { ObjectChange } from '../../../facts/changes.ts';
import type { Schema, Table } from '../../../facts/schema.ts';
import type { ObjectKind } from '../../../facts/statement.ts';
import { canonical, canonicalSlice } from '../../../sql/canonical.ts';
import { foldName, sameName, sameNames } from '../../../sql/quote.ts';
import { meaningfulTokens } from '../../../sql/tokens.ts';
import type { TablePair } from '../../compare/lineage/pairing.ts';
import { renamer } from '../../compare/lineage/renamer.ts';
import { diffConstraints } from '../../compare/schema/constraints.ts';
import { diffForeignKeys } from '../../compare/schema/foreign-keys.ts';
import { diffIndexes } from '../../compare/schema/indexes.ts';
import { diffSearchIndex } from '../../compare/schema/search-options.ts';
import { affinityOf } from '../../sqlite/affinity.ts';
import { Connection } from '../../sqlite/connection.ts';
import { readSchema } from '../../sqlite/read-schema.ts';
import type { Catalogue, Catalogued } from './catalogue.ts';

const NO_RENAMES = renamer([]);

/**
 * What the object of that name lacks of what a CREATE … IF NOT EXISTS asks for; it may have more. Both are made in
 * databases of their own, so that SQLite reads them. `catalogue`: what else there is. Throws what SQLite throws.
 */
export function lackingParts(
  sql: string,
  kind: ObjectKind,
  existing: Catalogued,
  catalogue: Catalogue,
): string[] {
  if (existing.type !== kind) return [`it is a ${existing.type}`];
  if (canonical(existing.sql ?? '') === unconditional(sql)) return [];
  if (kind === 'view' || kind === 'trigger') return [`another ${kind}`];
  return kind === 'index'
    ? lackingOfIndex(sql, existing, catalogue)
    : lackingOfTable(sql, existing, catalogue);
}

function lackingOfTable(sql: string, existing: Catalogued, catalogue: Catalogue): string[] {
  // What it was to be filled with is elsewhere.
  if (isSelection(sql)) return ['the rows of its SELECT'];
  const indexes = catalogue.indexesOf(existing.name);
  const isVirtual = /^\s*create\s+virtual/i.test(existing.sql ?? '');
  const wanted = schemaOf([sql]);
  const present = schemaOf([existing, ...indexes].map((row) => row.sql ?? '').filter((text) => text !== ''));
  const [before] = wanted.tables;
  const [after] = present.tables;
  if (before === undefined || after === undefined) return [];
  fillParentColumns(before, after);
  fillParentColumns(after, before);
  if ((before.kind === 'virtual') !== isVirtual)
    return [`it is ${isVirtual ? 'a virtual' : 'an ordinary'} table`];
  return lackingOfPair(before, after, present);
}

/** A foreign key without parent columns means the key of the parent, which is not there to be asked. */
function fillParentColumns({ foreignKeys }: Table, { foreignKeys: others }: Table): void {
  for (const key of foreignKeys.filter(({ parentColumns }) => parentColumns.length === 0)) {
    const same = others.find(
      ({ columns, parent }) => sameNames(columns, key.columns) && sameName(parent, key.parent),
    );
    key.parentColumns = same?.parentColumns ?? [];
  }
}

function lackingOfPair(before: Table, after: Table, present: Schema): string[] {
  const columns = before.columns.flatMap((column) => {
    const other = after.columns.find(({ name }) => sameName(name, column.name));
    return other === undefined ? [] : [{ before: column, after: other }];
  });
  const pair: TablePair = { before, after, columns };
  const missing = before.columns.filter((column) => !columns.some((known) => known.before === column));
  const retyped = columns.filter(
    (column) => affinityOf(column.before.type, before.strict) !== affinityOf(column.after.type, after.strict),
  );
  const isGone = ({ columns: names = [] }: ObjectChange) =>
    names.some((name) => missing.some((column) => sameName(column.name, name)));
  const changes = [
    ...diffConstraints(pair, present.indexes, NO_RENAMES),
    ...diffForeignKeys(pair, NO_RENAMES),
    ...diffSearchIndex(pair, NO_RENAMES),
  ].filter((change) => change.change !== 'added' && change.effect !== 'kept' && !isGone(change));
  return [
    ...missing.map(({ name }) => `column ${name}`),
    ...retyped.map(({ before: { name, type } }) => `${name} ${type}`),
    ...changes.map(wantedPart),
  ];
}

/** What was asked for, without what is there instead. */
function wantedPart({ kind, columns = [], detail = '' }: ObjectChange): string {
  const [wanted = ''] = detail.split(' → ');
  return kind === 'constraint' && /^(NOT NULL|DEFAULT|COLLATE|AS)/.test(wanted)
    ? `${columns.join(', ')} ${wanted}`
    : wanted;
}

function lackingOfIndex(sql: string, existing: Catalogued, catalogue: Catalogue): string[] {
  const owner = catalogue.find('table', existing.table);
  const present = schemaOf([owner?.sql ?? '', existing.sql ?? '']);
  const on = targetOf(sql);
  if (on !== foldName(existing.table)) return [`it is on ${existing.table}`];
  const wanted = schemaOf([owner?.sql ?? '', sql]);
  return diffIndexes(wanted, present, NO_RENAMES).flatMap(({ change, effect, detail = '' }) => {
    const [asked, there] = detail.split(' → ');
    return change === 'added' || effect === 'kept' ? [] : [`${asked}: it is ${there}`];
  });
}

/** The folded name of the table that CREATE INDEX names. */
function targetOf(sql: string): string {
  const tokens = meaningfulTokens(sql);
  const on = tokens.findIndex(
    ({ kind, start, end }) => kind === 'word' && /^on$/i.test(sql.slice(start, end)),
  );
  return canonicalSlice(sql, tokens.slice(on + 1, on + 2)).replaceAll('"', '');
}

function isSelection(sql: string): boolean {
  const words = meaningfulTokens(sql).map(({ start, end }) => sql.slice(start, end).toLowerCase());
  const open = words.indexOf('(');
  const as = words.indexOf('as');
  return as !== -1 && (open === -1 || as < open);
}

/** The text as SQLite would keep it: without IF NOT EXISTS and the schema's name. */
function unconditional(sql: string): string {
  const tokens = meaningfulTokens(sql);
  const text = (at: number) => sql.slice(tokens[at]?.start, tokens[at]?.end).toLowerCase();
  const at = tokens.findIndex((_, place) => text(place) === 'if');
  const name = at + (text(at + 4) === '.' ? 5 : 3);
  const end = text(tokens.length - 1) === ';' ? -1 : tokens.length;
  return canonicalSlice(sql, [...tokens.slice(0, at), ...tokens.slice(name, end)]);
}

function schemaOf(statements: readonly string[]): Schema {
  const connection = Connection.create(':memory:');
  try {
    for (const sql of statements) connection.exec(sql);
    return readSchema(connection);
  } finally {
    connection.close();
  }
}
