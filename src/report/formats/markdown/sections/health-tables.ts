import type { DatabaseFacts } from '../../../../facts/database.ts';
import type { ForeignKeyMismatch, HealthFacts, Orphans, QueryResult } from '../../../../facts/health.ts';
import { counted, whole } from '../../../../text/numbers.ts';
import { code, words } from '../../../shared/escape.ts';
import { formerTable, wasMeasured } from '../../../shared/reading.ts';
import { total } from '../../../shared/units.ts';
import { bullets, CAUTION, CROSS, paragraphs, type Section, TICK, table } from '../parts.ts';

/** Integrity, rows without a parent, foreign keys and header values, before → after. */
export function health(facts: DatabaseFacts): Section | undefined {
  const sides = (['before', 'after'] as const).flatMap((name) => {
    const side = facts[name];
    return side === undefined ? [] : [{ name, side }];
  });
  const [first] = sides;
  if (first === undefined) return undefined;
  const both = sides.length === 2;
  const heads = both ? ['before', 'after'] : [first.name === 'before' ? 'found' : 'after'];
  const found = checks(
    facts,
    sides.map(({ side }) => side),
  );
  return {
    title: both ? 'Health before → after' : 'Health',
    body: paragraphs(table(['check', ...heads], found), bullets(notes(sides))),
  };
}

/** What a number cannot say; where it is true of one side only, of which. */
function notes(sides: readonly { name: string; side: HealthFacts }[]): string[] {
  const all = sides.flatMap(({ name, side }) => {
    const damage = side.integrity.messages.map(words);
    const texts = [...damage, ...side.mismatches.map(mismatchNote), ...side.unchecked.map(degradedNote)];
    return texts.map((text) => ({ name, text }));
  });
  return [...Map.groupBy(all, ({ text }) => text)].map(([text, where]) =>
    where.length < sides.length ? `${where[0]?.name}: ${text}` : text,
  );
}

function checks(facts: DatabaseFacts, sides: readonly HealthFacts[]): string[][] {
  const line = (name: string, of: (side: HealthFacts) => string) => [name, ...sides.map(of)];
  return [
    line('integrity_check', integrity),
    line('rows without a parent', (side) =>
      ticked(
        total(side.orphans, ({ rows }) => rows),
        wasMeasured(side, 'orphans'),
      ),
    ),
    ...orphanLines(facts, sides),
    line('foreign keys that SQLite cannot enforce', ({ mismatches }) => ticked(mismatches.length)),
    line('views and triggers that do not compile', (side) =>
      ticked(side.broken.length, wasMeasured(side, 'schema')),
    ),
    ...searchLine(sides),
    ...queryLines(sides),
    ...statementLine(sides),
    line('user_version', ({ header }) => String(header.userVersion)),
    line('journal mode', ({ header }) => words(header.journalMode)),
  ];
}

function integrity({ integrity: { result }, unchecked }: HealthFacts): string {
  const icon = { ok: TICK, damaged: CROSS, unknown: CAUTION }[result];
  const partly = unchecked.some(({ check, damaged }) => check === 'integrity' && !damaged);
  return partly ? `${CAUTION} ${result}, not every table checked` : `${icon} ${result}`;
}

function ticked(found: number, complete = true): string {
  if (found > 0) return `${CROSS} ${whole(found)}`;
  return complete ? `${TICK} 0` : `${CAUTION} 0, not every table checked`;
}

/** A line for each foreign key with a row without parent on any side, under its name of *after*. */
function orphanLines(facts: DatabaseFacts, sides: readonly HealthFacts[]): string[][] {
  const later = (name: string) =>
    facts.changes?.renames.find(({ kind, from }) => kind === 'table' && from === name)?.to ?? name;
  const name = ({ table: child, columns, parent, declared }: Orphans, of: (table: string) => string) =>
    `${code(`${of(child)}(${columns.join(', ')}) → ${of(parent)}`)}${configured(declared)}`;
  const named = sides.map((side) => {
    const of = side === facts.before ? later : (own: string) => own;
    const keys = new Map(side.orphans.map((entry) => [name(entry, of), entry.rows]));
    return { keys, complete: wasMeasured(side, 'orphans') };
  });
  const names = [...new Set(named.flatMap(({ keys }) => [...keys.keys()]))].sort();
  return names.map((key) => [
    `– ${key}`,
    ...named.map(({ keys, complete }) => ticked(keys.get(key) ?? 0, complete)),
  ]);
}

/** A line for each query of the settings: the rows that it returned. */
function queryLines(sides: readonly HealthFacts[]): string[][] {
  const ids = new Set(sides.flatMap(({ queries }) => queries.map(({ id }) => id)));
  return [...ids].map((id) => [
    `rows of the query ${code(id)}`,
    ...sides.map(({ queries }, at) =>
      queryCell(
        queries.find((query) => query.id === id),
        at < sides.length - 1,
      ),
    ),
  ]);
}

function queryCell(query: QueryResult | undefined, isEarlier: boolean): string {
  if (query === undefined) return `${CAUTION} not checked`;
  // A query may speak of the new schema.
  if (query.failure?.while === 'compiling' && isEarlier) return '–';
  return query.rows === undefined ? `${CROSS} fails` : ticked(query.rows);
}

/** Only where an index is refused, or could not be checked. */
function searchLine(sides: readonly HealthFacts[]): string[][] {
  const told = sides.some((side) => side.searchFailures.length > 0 || !wasMeasured(side, 'search'));
  if (!told) return [];
  const cells = sides.map((side) => ticked(side.searchFailures.length, wasMeasured(side, 'search')));
  return [['search indexes that do not fit their content', ...cells]];
}

function statementLine(sides: readonly HealthFacts[]): string[][] {
  const total = sides[0]?.statements.total ?? 0;
  if (total === 0) return [];
  const cells = sides.map(({ statements }) => `${whole(statements.failed.length)} of ${whole(total)}`);
  return [["the application's statements that do not prepare", ...cells]];
}

/** A key of `checks.references`: SQLite does not know it. */
function configured(declared: false | undefined): string {
  return declared === false ? ' (configured)' : '';
}

const CAUSES = {
  'no-parent-table': 'there is no such parent table',
  'no-parent-column': 'the parent has no such column',
  'parent-not-unique': 'the parent columns are not unique',
} as const;

function mismatchNote({
  table: child,
  columns,
  parent,
  parentColumns,
  rows,
  cause,
}: ForeignKeyMismatch): string {
  const key = `${child}(${columns.join(', ')}) → ${parent}(${parentColumns.join(', ')})`;
  return `${code(key)} cannot be enforced: ${CAUSES[cause]}; ${counted(rows, 'row')} with a key`;
}

function degradedNote({ check, table: owner, object, missing }: HealthFacts['unchecked'][number]): string {
  const what = object === undefined ? check : `${check} ${code(object)}`;
  return `${CAUTION} ${what}${owner === undefined ? '' : ` of ${code(owner)}`} not checked: ${words(missing)}`;
}

/** Rows of each table, before → after, and the file itself. */
export function volume(facts: DatabaseFacts): Section | undefined {
  const { before, after } = facts;
  if (before === undefined) return undefined;
  const rows = (side: HealthFacts, name: string) => {
    const found = side.tables.find((entry) => entry.table === name)?.rows;
    return found === undefined ? '–' : whole(found);
  };
  if (after === undefined) {
    const lines = before.tables.map((entry) => [code(entry.table), whole(entry.rows)]);
    return { title: 'Data volume', body: paragraphs(table(['table', 'rows:'], lines), fileLine(facts)) };
  }
  const former = new Map(after.tables.map((entry) => [entry.table, formerTable(facts, entry.table)]));
  const renamed = new Set(former.values());
  const kept = after.tables.map(({ table: name }) => {
    const from = former.get(name) ?? name;
    const shown = from === name ? code(name) : `${code(from)} → ${code(name)}`;
    return [shown, rows(before, from), rows(after, name)];
  });
  const gone = before.tables
    .filter(({ table: name }) => !renamed.has(name))
    .map(({ table: name }) => [code(name), rows(before, name), '–']);
  const body = table(['table', 'rows before:', 'rows after:'], [...kept, ...gone]);
  return { title: 'Data volume', body: paragraphs(body, fileLine(facts)) };
}

function fileLine({ snapshot, after }: DatabaseFacts): string {
  if (snapshot === undefined) return '';
  const { bytes, pageSize, journalMode, sha256, sidecars } = snapshot;
  const beside = sidecars.map(
    ({ suffix, bytes: more }) => `, with its ${code(suffix)} (${whole(more)} bytes)`,
  );
  const migrated = after === undefined ? '' : ` Migrated: ${whole(after.bytes)} bytes.`;
  return `Snapshot: ${whole(bytes)} bytes, pages of ${whole(pageSize)}, journal mode ${journalMode}, sha256 ${code(sha256)}${beside.join('')}.${migrated}`;
}
