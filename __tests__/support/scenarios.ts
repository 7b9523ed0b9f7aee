import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { ScenarioName, Scenarios } from '../../src/facts/rehearsal/scenarios.ts';
import type { Assignment } from '../../src/plan/make-plan.ts';
import { assignmentOf, folderOf } from './plans.ts';
import { settingsWith } from './preflight.ts';
import { databaseFrom } from './scratch.ts';
import { sharedSupervisor } from './supervisors.ts';

type Runner = (
  schema: string,
  files: Record<string, string>,
  rehearse: 'auto' | 'elsewhere' | ScenarioName[],
  options?: Partial<Assignment>,
) => Promise<Scenarios>;

/** Tells what else is rehearsed of files, in runs with real engine processes that leave nothing behind. */
export function scenarioRunner(folder: string): Runner {
  const { supervisor, temp } = sharedSupervisor(folder);
  return async (schema, files, rehearse, options = {}) => {
    const place = mkdtempSync(join(folder, 'run-'));
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
  };
}

/** Schemas that many of them begin with. */
export const PRICES = `CREATE TABLE prices(id INTEGER PRIMARY KEY, cents INTEGER, at TEXT);
  INSERT INTO prices VALUES (1, 100, NULL), (2, 200, NULL);`;
export const GOOSE = `CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL,
    is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')));
  INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1);`;
