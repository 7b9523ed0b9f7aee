import { constants, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cause, ChangeFacts } from '../../facts/changes.ts';
import type { Plan } from '../../facts/plan.ts';
import type { DriverName, StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import { quoteText } from '../../sql/quote.ts';
import { followTables } from '../compare/lineage/lineage.ts';
import { pairTables } from '../compare/lineage/pairing.ts';
import { PlanRun } from '../rehearse/execute.ts';
import { type Connection, withConnection } from '../sqlite/connection.ts';
import { readSchema } from '../sqlite/read-schema.ts';
import { removeDatabase } from '../sqlite/side-files.ts';
import { Observer } from './observer.ts';
import { makeReference, REFERENCE } from './reference.ts';
import { causesOf, droppedTables, objectsToWatch, tablesToWatch, type Watch } from './watch.ts';

export interface LocateRequest {
  /** Paths of the two sealed copies. */
  before: string;
  after: string;
  /** A private folder for two more copies. */
  folder: string;
  plan: Plan;
  /** The plan's statements as the rehearsal ran them to its end. */
  statements: readonly StatementFacts[];
  /** What the comparison found. */
  changes: ChangeFacts;
  /** Wall time after which the replay stops; what it found until then stays. */
  budgetMs: number;
  /** The driver that the rehearsal ended with. */
  driver?: DriverName;
}

export interface LocateResult {
  causes: Cause[];
}

/**
 * Finds the statement behind each loss or change: replays the plan on a fresh copy of *before* by the rehearsal's own
 * code, and measures after each statement that may have touched what is watched. A replay that goes another way than the
 * rehearsal says nothing.
 */
export function locate(request: LocateRequest): LocateResult {
  const { before, after, statements, changes } = request;
  const schemaBefore = withConnection(before, 'read', readSchema);
  const schemaAfter = withConnection(after, 'read', readSchema);
  const executed = statements.map(({ status, rolledBack, names }) =>
    status === 'done' && !rolledBack ? names : [],
  );
  const lineage = followTables(schemaBefore.tables, executed);
  const pairing = pairTables(schemaBefore, schemaAfter, lineage);
  const watch: Watch = {
    before: schemaBefore,
    renames: pairing.renames,
    tables: tablesToWatch(changes, pairing, lineage),
    objects: objectsToWatch(changes, pairing, lineage),
  };
  const dropped = droppedTables(changes, lineage);
  const idle = watch.tables.length + watch.objects.length === 0;
  return { causes: idle || !replay(request, watch) ? dropped : [...causesOf(watch), ...dropped] };
}

/** Runs the plan once more under observation; `false` when it went another way than in the rehearsal. */
function replay(
  { before, folder, plan, statements, budgetMs, driver }: LocateRequest,
  watch: Watch,
): boolean {
  const deadline = performance.now() + budgetMs;
  const database = join(folder, 'replay.db');
  const reference = join(folder, 'reference.db');
  try {
    copyFileSync(before, database, constants.COPYFILE_FICLONE);
    const act = (connection: Connection) => {
      const references = attachReference(connection, before, reference, watch);
      const observer = new Observer(connection, watch, references);
      const run = new PlanRun(connection, plan);
      for (const statement of run.eachStatement()) {
        if (performance.now() > deadline) break;
        const { rolledBack, names = [] } = statements[statement] ?? {};
        // What was taken back did nothing.
        if (run.statements[statement]?.writes && !rolledBack) observer.look(statement, names);
      }
      return run.statements.every(
        ({ status }, statement) => status === 'not-run' || status === statements[statement]?.status,
      );
    };
    return withConnection(database, 'write', act, driver);
  } finally {
    removeDatabase(database);
    removeDatabase(reference);
  }
}

/** Attaches the rows that the watched tables have in *before* to the database that the plan changes; gives their names. */
function attachReference(connection: Connection, before: string, path: string, { tables }: Watch): string[] {
  if (tables.length === 0) return [];
  copyFileSync(before, path, constants.COPYFILE_FICLONE);
  const names = makeReference(
    path,
    tables.map(({ pair }) => pair.before),
  );
  connection.exec(`ATTACH ${quoteText(path)} AS ${REFERENCE}`);
  return names;
}
