import type { History } from '../../src/facts/history.ts';
import type { Plan } from '../../src/facts/plan.ts';
import type { MigrationFolder } from '../../src/facts/settings.ts';
import { type Assignment, makePlan } from '../../src/plan/make-plan.ts';

/** A database that keeps account of nothing. */
export const NOTHING_TRACKED: History = { tables: [], others: [], userVersion: 0 };

/** Files by their path in a folder `m`; a journal, lock or metadata file is a companion. */
export function folderOf(files: Readonly<Record<string, string>>): MigrationFolder {
  const all = Object.entries(files).map(([path, sql]) => ({ file: `m/${path}`, path, sql }));
  const isSql = ({ path }: { path: string }) => /\.sql$/i.test(path);
  const isCompanion = ({ path }: { path: string }) => /(_journal\.json|\.toml)$/.test(path);
  return {
    name: 'm',
    files: all.filter(isSql),
    companions: all.filter(isCompanion),
    ignored: all.filter((file) => !isSql(file) && !isCompanion(file)).map(({ file }) => file),
  };
}

/** What a user who sets nothing has to say about the files. */
export function assignmentOf(migrations: MigrationFolder, options: Partial<Assignment> = {}): Assignment {
  return { migrations, layout: { name: 'auto' }, profile: { name: 'auto', foreignKeys: 'auto' }, ...options };
}

/** The plan, where there is one. */
export function planned(assignment: Assignment, tracking: History = NOTHING_TRACKED): Plan {
  const plan = makePlan(assignment, tracking);
  if ('mistake' in plan) throw new Error(plan.mistake.message);
  return plan;
}

/** Plain SQL files, `m/0001.sql` and so on, under a profile. */
export function planOf(
  sql: string | readonly string[],
  name: string | 'auto' = 'plain',
  foreignKeys: boolean | 'auto' = 'auto',
): Plan {
  const files = [sql].flat().map((text, at) => [`000${at + 1}.sql`, text]);
  const migrations = folderOf(Object.fromEntries(files));
  return planned(assignmentOf(migrations, { layout: { name: 'plain' }, profile: { name, foreignKeys } }));
}
