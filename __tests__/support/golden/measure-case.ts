import Database from 'better-sqlite3';
import type { DatabaseFacts } from '../../../src/facts/database.ts';
import type { PreflightRecord } from '../../../src/facts/record.ts';
import { judged, rehearsed } from '../preflight.ts';
import { type GoldenCase, goldenCase } from './golden-case.ts';

/** A golden case with what the program found in it, and the two copies, which nobody may write to. */
export interface MeasuredCase {
  golden: GoldenCase;
  facts: DatabaseFacts;
  record: PreflightRecord;
  /** Paths; empty where the snapshot was not usable. */
  before: string;
  after: string;
}

/** Measures golden cases in `folder`, in this process, each once however often it is asked for. */
export function caseMeasurer(folder: string): (name: string) => Promise<MeasuredCase> {
  const measured = new Map<string, Promise<MeasuredCase>>();
  return (name) => {
    const known = measured.get(name) ?? measureCase(folder, name);
    measured.set(name, known);
    return known;
  };
}

async function measureCase(folder: string, name: string): Promise<MeasuredCase> {
  const golden = await goldenCase(name);
  const { schema, settings } = golden;
  const { facts, before, after } = rehearsed(folder, schema, settings.migrations, settings);
  return { golden, facts, record: judged(facts, settings), before, after };
}

/** The rows of queries on the migrated copy. */
export function rowsAfter({ after }: MeasuredCase, queries: readonly string[]): [string, unknown[]][] {
  if (queries.length === 0) return [];
  const db = new Database(after, { readonly: true });
  try {
    return queries.map((query) => [query, db.prepare(query).raw().all()]);
  } finally {
    db.close();
  }
}
