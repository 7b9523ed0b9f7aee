import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../../../src/engine/compare/compare.ts';
import { measure } from '../../../src/engine/measure/measure.ts';
import { inspectDatabase } from '../../../src/engine/snapshot/inspect.ts';
import type { DatabaseFacts } from '../../../src/facts/database.ts';
import type { Finding } from '../../../src/facts/finding.ts';
import { factsWith, judged, rehearsed, settingsWith } from '../preflight.ts';
import { databaseFrom, openQuickly } from '../scratch.ts';
import { madeDatabase } from './database.ts';
import { type Fault, planted, planters } from './faults.ts';
import { harmless } from './harmless.ts';
import { Random } from './random.ts';

export interface Outcome {
  findings: Finding[];
  /** Paths of the two copies. */
  before: string;
  after: string;
  sql: string;
}

export const kinds = Object.keys(planters);

/** How many of each are tried, with the seeds 0, 1, 2 and so on. */
export const FAULTS_OF_A_KIND = 13;
export const HARMLESS = 100;

const HEADER = 'PRAGMA user_version=7; PRAGMA application_id=77;';

/** Plants one fault of a kind in a random database, and compares, measures and judges it. */
export function withFault(folder: string, kind: string, seed: number): Outcome & { fault: Fault } {
  const planter = planters[kind];
  if (planter === undefined) throw new Error(`no such fault: ${kind}`);
  const random = new Random(seed * 1009 + kinds.indexOf(kind));
  const { made, fault } = planted(planter, random, madeDatabase);
  const schema = `${HEADER} ${made.sql}`;
  // Half of what SQL can do is done by a migration, the rest behind its back.
  const isDirect = fault.direct === true || seed % 2 === 1;
  const outcome = isDirect ? behind(folder, schema, fault.sql) : rehearsed(folder, schema, fault.sql);
  return { ...shown(outcome), sql: `${schema}\n${fault.sql}`, fault };
}

/** A random database and a migration that harms nothing. */
export function withoutFault(folder: string, seed: number): Outcome {
  const random = new Random(seed * 2003);
  const made = madeDatabase(random);
  const sql = harmless(made, random);
  const schema = `${HEADER} ${made.sql}`;
  return { ...shown(rehearsed(folder, schema, sql)), sql: `${schema}\n${sql}` };
}

interface Copies {
  facts: DatabaseFacts;
  before: string;
  after: string;
}

function shown({ facts, before, after }: Copies): Omit<Outcome, 'sql'> {
  return { findings: judged(facts).findings, before, after };
}

/** *after* is changed without any statement of a plan. */
function behind(folder: string, schema: string, sql: string): Copies {
  const { checks } = settingsWith();
  const snapshot = databaseFrom(folder, schema);
  const copies = inspectDatabase({ snapshot, name: 'app.db', folder: mkdtempSync(join(folder, 'planted-')) });
  if ('unusable' in copies) throw new Error('the random database cannot be read');
  const { before, after } = copies;
  const db = openQuickly(after);
  db.unsafeMode();
  db.exec(sql);
  db.close();
  const facts = factsWith({
    snapshot: copies.snapshot,
    before: measure({ database: before, checks }),
    rehearsal: { outcome: 'done', commits: 0, leftOpen: false, sqlite: '3.54.1', statements: [] },
    after: measure({ database: after, checks }),
    changes: compare({ before, after, executed: [] }).changes,
  });
  return { facts, before, after };
}
