import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { ScenarioName, Scenarios } from '../../src/facts/scenarios.ts';
import type { Assignment } from '../../src/plan/make-plan.ts';
import { Supervisor } from '../../src/supervisor/supervisor.ts';
import { assignmentOf, folderOf } from './plans.ts';
import { settingsWith } from './preflight.ts';
import { databaseFrom } from './scratch.ts';

export const engine = join(import.meta.dirname, 'engine.ts');

/** What else is rehearsed of files, in a run with real engine processes that leaves nothing behind. */
export async function scenariosIn(
  folder: string,
  schema: string,
  files: Record<string, string>,
  rehearse: 'auto' | 'elsewhere' | ScenarioName[],
  options: Partial<Assignment> = {},
): Promise<Scenarios> {
  const place = mkdtempSync(join(folder, 'run-'));
  const temp = join(place, 'temp');
  const supervisor = new Supervisor({ engine, temp, signal: new AbortController().signal });
  try {
    const request = {
      ...{
        snapshot: databaseFrom(place, schema),
        name: 'x.db',
        migrated: 'x.migrated.db',
        output: join(place, 'output'),
      },
      ...{ checks: settingsWith().checks, samples: 'none' as const, rehearse },
      assignment: assignmentOf(folderOf(files), options),
    };
    const [facts] = await supervisor.run([request], 60_000);
    expect(facts?.incidents).toEqual([]);
    expect(readdirSync(join(temp, readdirSync(temp)[0] as string))).toEqual([]);
    return facts?.scenarios ?? { skipped: [] };
  } finally {
    await supervisor.close();
  }
}

/** Schemas that many of them begin with. */
export const PRICES = `CREATE TABLE prices(id INTEGER PRIMARY KEY, cents INTEGER, at TEXT);
  INSERT INTO prices VALUES (1, 100, NULL), (2, 200, NULL);`;
export const GOOSE = `CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL,
    is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')));
  INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1);`;
