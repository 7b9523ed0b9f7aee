import { expect } from '@jest/globals';
import Database from 'better-sqlite3';
import type { TableChange } from '../../../src/facts/changes.ts';
import type { DatabaseFacts } from '../../../src/facts/database.ts';
import type { Finding } from '../../../src/facts/finding.ts';
import type { HealthFacts } from '../../../src/facts/health.ts';
import type { MeasuredCase } from '../golden/measure-case.ts';
import { copied, runPlainly } from '../plain-run.ts';
import { databaseFrom } from '../scratch.ts';
import { changeByKey, changeOfMultisets, type TrueChange } from './numbers.ts';
import { orphansOf, requiredOf, withoutParent } from './references.ts';
import { tablesOf } from './tables.ts';

/** How many numbers were counted a second time: a suite that counted none would prove nothing. */
export interface Recounted {
  byKey: number;
  multisets: number;
  findings: number;
}

/**
 * Every number about rows and values, counted a second time: the migration runs again without the program's rehearsal,
 * and SQL that shares nothing with its comparison counts what differs. It knows tables by their names and rows by their
 * whole declared key, and so does not count: renamed tables and columns, virtual tables, and in a table without a key
 * which row became which (there only the rows that are gone or new, equal ones by their number).
 */
export function expectTrueNumbers(
  folder: string,
  { golden, facts, record }: MeasuredCase,
  recounted: Recounted,
): void {
  if (facts.unusable !== undefined) return;
  const { schema, settings } = golden;
  const before = databaseFrom(folder, schema);
  const after = copied(before);
  const [migration] = settings.migrations?.files ?? [];
  const failure = migration && runPlainly(after, migration.sql, settings.profile.name);
  expect(facts.rehearsal.outcome === 'failed').toBe(failure !== undefined);
  const db = new Database(after, { readonly: true });
  try {
    // A table may have the name of a shadow table, and a trigger.
    db.unsafeMode(true);
    db.prepare('ATTACH ? AS before').run(before);
    // After a failure too: then it is what stays applied.
    const truth = facts.changes === undefined ? [] : expectTrueChanges(db, facts, recounted);
    expectTrueCounts(db, record.findings, truth, recounted);
    expectTrueHealth(db, facts.after ?? facts.before);
  } finally {
    db.close();
  }
}

function expectTrueChanges(
  db: Database.Database,
  { changes }: DatabaseFacts,
  recounted: Recounted,
): TrueChange[] {
  const renamed = new Set(changes?.renames.map(({ table }) => table));
  const tables = tablesOf(db).filter(({ name }) => !renamed.has(name));
  return tables.flatMap((table) => {
    const found = changes?.tables.find((change) => change.table === table.name);
    if (found === undefined) throw new Error(`${table.name} was not compared`);
    if (table.key.length === 0) {
      recounted.multisets += 1;
      const { before, after, removed, added, changed } = found;
      const numbers = { before, after, gone: removed + changed, come: added + changed };
      expect(numbers).toEqual(changeOfMultisets(db, table));
      return [];
    }
    recounted.byKey += 1;
    const truth = changeByKey(db, table);
    expect(numbersOf(found)).toEqual({ ...truth, columns: inOrder(truth.columns) });
    return [truth];
  });
}

function numbersOf({ table, before, after, added, removed, columns }: TableChange): TrueChange {
  const numbers = columns.map(({ column, filled, changed, nulled, retyped }) => {
    return { column, filled, changed, nulled, retyped };
  });
  return { table, before, after, added, removed, columns: inOrder(numbers) };
}

function inOrder<Item extends { column: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((left, right) => (left.column < right.column ? -1 : 1));
}

/** What the report says is what was counted here. */
function expectTrueCounts(
  db: Database.Database,
  findings: readonly Finding[],
  truth: readonly TrueChange[],
  recounted: Recounted,
): void {
  for (const finding of findings) {
    const { rule, table, count } = finding;
    const change = truth.find((one) => one.table === table);
    if (change === undefined) continue;
    const sum = (kind: 'changed' | 'nulled') => total(change.columns.map((column) => column[kind]));
    const conversions = findings.filter((one) => isConversion(one) && one.table === table);
    const counts: Record<string, number> = {
      'rows-lost': change.removed,
      'rows-replaced': change.removed,
      'values-changed': isConversion(finding) ? convertedOf(db, change, finding) : sum('changed'),
      'values-cleared': sum('nulled'),
      'values-retyped': retypedOf(change) - total(conversions.map((one) => convertedOf(db, change, one))),
    };
    if (!(rule in counts)) continue;
    // Rows and values that were made and lost on the way are on neither side.
    if (rule === 'rows-lost' && change.removed <= change.added) continue;
    if (rule === 'values-cleared' && sum('nulled') === 0) continue;
    recounted.findings += 1;
    expect({ rule, table, count }).toEqual({ rule, table, count: counts[rule] });
  }
}

/** Values of another storage class that the migration's own expression converts are told as changed. */
function isConversion({ rule, message }: Finding): boolean {
  return rule === 'values-changed' && message.includes('changed with the declared type');
}

/** Values of another storage class in the columns that the finding names, each of which declares another type now. */
function convertedOf(db: Database.Database, change: TrueChange, { columns = [] }: Finding): number {
  const declared = db
    .prepare(
      `SELECT a.name FROM pragma_table_info(?1, 'main') AS a JOIN pragma_table_info(?1, 'before') AS b USING (name)
       WHERE a.type <> b.type COLLATE NOCASE`,
    )
    .pluck()
    .all({ 1: change.table });
  expect(columns.filter((column) => !declared.includes(column))).toEqual([]);
  return retypedOf(change, columns);
}

function retypedOf({ columns }: TrueChange, among = columns.map(({ column }) => column)): number {
  return total(columns.map(({ column, retyped }) => (among.includes(column) ? retyped : 0)));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function expectTrueHealth(db: Database.Database, health: HealthFacts | undefined): void {
  if (health === undefined) return;
  const declared = health.orphans.filter(({ declared }) => declared !== false);
  const words = declared.map(({ table, parent, rows }) => `${table} → ${parent}: ${rows}`);
  expect(words.toSorted()).toEqual(orphansOf(db));
  for (const { table, columns, parent, parentColumns, rows } of health.orphans) {
    const [column, key, ...others] = [columns[0], parentColumns[0], ...columns.slice(1)];
    if (column === undefined || key === undefined || others.length > 0) continue;
    expect(rows).toBe(withoutParent(db, [table, column], [parent, key]));
  }
  for (const { table, column, nulls } of health.required) {
    expect(nulls).toBe(requiredOf(db, table, column));
  }
}
