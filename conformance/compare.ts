import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { rehearsed } from './rehearsal.ts';
import { OTHERS, ROWS } from './scenarios.ts';
import { differences, stateOf } from './state.ts';
import type { Migration, Scenario, Tool, ToolRun } from './tool.ts';

export interface Comparison {
  scenario: Scenario;
  tool: ToolRun;
  rehearsal: ToolRun;
  /** Rows of the child table that the tool leaves, where it had two. */
  books?: number;
  /** Empty where both ended in the same way, and in the same state. */
  differences: string[];
}

/** Both ended in the same way and in the same state. */
export function isSame({ differences }: Comparison): boolean {
  return differences.length === 0;
}

/** Runs the tool and the rehearsal on the same snapshot; `scratch` is where all files go. */
export async function compared(tool: Tool, scenario: Scenario, scratch: string): Promise<Comparison> {
  const place = mkdtempSync(join(scratch, 'scenario-'));
  const snapshot = join(place, 'app.db');
  const folder = write(tool, scenario.files, join(place, 'migrations'));
  await prepare(tool, scenario, snapshot, place);
  if (scenario.again) await tool.run(snapshot, folder, mkdtempSync(join(place, 'first-')));
  const migrated = join(place, 'migrated.db');
  copyFileSync(snapshot, migrated);
  const theirs = await tool.run(migrated, folder, mkdtempSync(join(place, 'run-')));
  const { after, ...ours } = rehearsed(snapshot, folder, place, scenario, tool);
  const ends =
    ours.succeeded === theirs.succeeded ? [] : [`the tool ${endOf(theirs)}, the rehearsal ${endOf(ours)}`];
  return {
    scenario,
    tool: theirs,
    rehearsal: ours,
    ...(!scenario.unseen && { books: booksIn(migrated) }),
    differences: [...ends, ...differences(stateOf(after, tool), stateOf(migrated, tool))],
  };
}

/** The snapshot: what the tool itself has applied, and rows. */
async function prepare(
  tool: Tool,
  { applied, unseen }: Scenario,
  snapshot: string,
  place: string,
): Promise<void> {
  execute(snapshot, unseen ? OTHERS : '');
  if (unseen) return;
  const folder = write(tool, applied, join(place, 'applied'));
  const { succeeded, says } = await tool.run(snapshot, folder, mkdtempSync(join(place, 'applied-')));
  if (!succeeded) throw new Error(`${tool.name} could not make the snapshot: ${says}`);
  execute(snapshot, ROWS);
}

function booksIn(path: string): number {
  const db = new Database(path, { readonly: true });
  const count = db.prepare('SELECT count(*) FROM books').pluck().get() as number;
  db.close();
  return count;
}

function execute(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  // An empty file is no database.
  db.exec('VACUUM');
  db.close();
}

function write(tool: Tool, migrations: readonly Migration[], folder: string): string {
  for (const [path, text] of Object.entries(tool.files(migrations))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** How the tool ended, in a few words. */
export function endOfTool({ tool, books = 2 }: Comparison): string {
  const { succeeded, says = '' } = tool;
  const left = books === 2 ? '' : `, and leaves ${books} of 2 books`;
  return succeeded ? `succeeds${left}` : `stops${left}: ${says}`;
}

function endOf({ succeeded, says = '' }: ToolRun): string {
  return succeeded ? 'succeeds' : `stops (${says})`;
}
