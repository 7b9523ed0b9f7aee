import type { BrokenObject, Unchecked } from '../../../facts/health.ts';
import { foldName, quoteName } from '../../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../../sql/tokens.ts';
import type { Connection } from '../../sqlite/connection.ts';
import { isCorruption, missingPart, type SqliteFailure, sqliteFailure } from '../../sqlite/errors.ts';
import type { MeasurementContext } from '../measurement-context.ts';
import { firingStatement, readTrigger, type TriggerText } from './trigger-text.ts';

interface Failed {
  object: BrokenObject;
  /** Folded names that it uses. */
  uses: ReadonlySet<string>;
}

/**
 * Views and triggers that do not compile: SQLite looks at them only when a query reads the view or a write fires the
 * trigger. Statements are compiled and never run. What needs a missing function, collation or module is noted in
 * `unchecked` instead.
 */
export function measureBroken(context: MeasurementContext): BrokenObject[] {
  const { connection } = context;
  // Nothing runs, so a schema may be trusted as it is in production; foreign keys would compile other tables' writes.
  connection.exec('PRAGMA trusted_schema=ON; PRAGMA foreign_keys=OFF');
  try {
    const failed = [...failedViews(context), ...failedTriggers(context)];
    return failed.map((one) => withCause(one, failed));
  } finally {
    connection.exec('PRAGMA trusted_schema=OFF');
  }
}

function failedViews({ connection, schema, unchecked }: MeasurementContext): Failed[] {
  return schema.views.flatMap(({ name, definition }) => {
    const failure = compileFailure(connection, `SELECT * FROM main.${quoteName(name)} LIMIT 0`);
    const message = failure && brokenBy(failure, name, unchecked);
    if (message === undefined) return [];
    const uses = namesIn(definition);
    uses.delete(foldName(name));
    return [{ object: { kind: 'view', name, message }, uses }];
  });
}

function failedTriggers(context: MeasurementContext): Failed[] {
  const triggers = context.connection
    .objects<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .flatMap(({ name, sql }) => readTrigger(name, sql) ?? []);
  // One statement fires all triggers of its event; where it compiles, all of them are sound.
  const groups = Map.groupBy(triggers, ({ table, event }) => `${event} ${foldName(table)}`);
  return [...groups.values()].flatMap((group) => failedInGroup(context, group));
}

function failedInGroup(
  { connection, unchecked }: MeasurementContext,
  group: readonly TriggerText[],
): Failed[] {
  const [{ table, event } = { table: '', event: 'delete' as const }] = group;
  const whole = attemptCompile(() => {
    const columns = writableColumns(connection, table);
    connection.compile(firingStatement(event, `main.${quoteName(table)}`, columns));
  });
  if (whole === undefined) return [];
  const alone = group.map((trigger) => ({ trigger, failure: failureAlone(connection, trigger) }));
  const failing = alone.filter(({ failure }) => failure !== undefined);
  // Where none fails by itself, it cannot be told which of them is broken.
  const found = failing.length > 0 ? failing : alone.map(({ trigger }) => ({ trigger, failure: whole }));
  return found.flatMap(({ trigger, failure }) => {
    const message = failure && brokenBy(failure, table, unchecked);
    if (message === undefined) return [];
    const object = { kind: 'trigger', name: trigger.name, table, message } as const;
    return [{ object, uses: namesIn(`${quoteName(table)} ${trigger.action}`) }];
  });
}

const PROBE = '"preflight probe"';

/** Compiles one trigger without its neighbours: as a temporary one, on an empty table with the same columns. */
function failureAlone(
  connection: Connection,
  { table, event, action }: TriggerText,
): SqliteFailure | undefined {
  return attemptCompile(() => {
    const columns = writableColumns(connection, table);
    const all = connection.objects<{ name: string }>('SELECT name FROM pragma_table_xinfo(?)', table);
    try {
      connection.exec(`CREATE TEMP TABLE ${PROBE} (${all.map(({ name }) => quoteName(name)).join(', ')})`);
      connection.exec(`CREATE TEMP TRIGGER "preflight trigger" AFTER ${event} ON ${PROBE} ${action}`);
      connection.compile(firingStatement(event, `temp.${PROBE}`, columns));
    } finally {
      connection.exec(`DROP TABLE IF EXISTS temp.${PROBE}`);
    }
  });
}

/** Columns of a table or view that an UPDATE can set. */
function writableColumns(connection: Connection, table: string): string[] {
  return connection
    .objects<{ name: string; hidden: number }>('SELECT name, hidden FROM pragma_table_xinfo(?)', table)
    .filter(({ hidden }) => hidden === 0)
    .map(({ name }) => name);
}

function compileFailure(connection: Connection, sql: string): SqliteFailure | undefined {
  return attemptCompile(() => connection.compile(sql));
}

function attemptCompile(act: () => void): SqliteFailure | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined) throw error;
    return failure;
  }
}

/** What is wrong with the object; `undefined`, and a note in `unchecked`, where it merely cannot be checked here. */
function brokenBy(failure: SqliteFailure, table: string, unchecked: Unchecked[]): string | undefined {
  const missing = missingPart(failure);
  const damaged = isCorruption(failure.code);
  // Whether the schema is named depends on where the statement stands; the table is the same.
  if (missing === undefined && !damaged)
    return failure.message.replace('no such table: main.', 'no such table: ');
  unchecked.push({ check: 'schema', table, missing: failure.message, ...(damaged && { damaged }) });
  return undefined;
}

/**
 * Names the cause where the object only uses a broken one, and fails with its message: a view on a broken view, or a
 * trigger that uses such a view or fires a broken trigger. Reading a view fires no trigger.
 */
function withCause({ object, uses }: Failed, all: readonly Failed[]): BrokenObject {
  const cause = all.find(
    (other) =>
      other.object !== object &&
      (object.kind === 'trigger' || other.object.kind === 'view') &&
      other.object.message === object.message &&
      uses.has(reachedBy(other.object)) &&
      !other.uses.has(reachedBy(object)),
  );
  return cause === undefined ? object : { ...object, through: cause.object.name };
}

/** The name by which others use the object: that of the view, or of the table whose writes fire the trigger. */
function reachedBy({ kind, name, table }: BrokenObject): string {
  return foldName(kind === 'view' ? name : (table ?? name));
}

function namesIn(sql: string): Set<string> {
  const names = meaningfulTokens(sql).filter(({ kind }) => kind === 'word' || kind === 'quoted');
  return new Set(names.map((token) => foldName(nameOf(sql, token))));
}
