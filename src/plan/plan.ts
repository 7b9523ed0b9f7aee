import type { Plan, PlanStep, Profile } from '../facts/plan.ts';
import type { Settings } from '../facts/settings.ts';
import type { LayoutMigration } from './layouts/layout.ts';
import { plain } from './layouts/plain.ts';
import { profiles } from './profiles.ts';

/**
 * The pending migrations as data, executed as production would.
 * An explicit `foreign-keys` wins over what the profile says.
 */
export function makePlan(settings: Pick<Settings, 'migrations' | 'profile' | 'foreignKeys'>): Plan {
  const layout = plain;
  const generic = profiles[settings.profile === 'auto' ? 'plain' : settings.profile];
  const foreignKeys = settings.foreignKeys === 'auto' ? generic.foreignKeys : settings.foreignKeys;
  const profile: Profile = { ...generic, foreignKeys };
  const { applied, pending } = layout.read(settings.migrations);
  return {
    layout: layout.name,
    profile,
    applied,
    pending: pending.map(({ id, file, statements }) => ({ id, file, statements })),
    steps: [
      // Inside a transaction this pragma does nothing (sqlite.org/pragma.html), so it stands before the first BEGIN.
      { do: 'pragma', sql: `PRAGMA foreign_keys=${foreignKeys ? 'ON' : 'OFF'}` },
      ...pending.flatMap((migration) => scoped(migration, profile)),
    ],
  };
}

function scoped({ file, steps }: LayoutMigration, { transaction }: Profile): PlanStep[] {
  if (transaction === 'none' || steps.length === 0) return steps;
  return [{ do: 'begin', file }, ...steps, { do: 'commit', file }];
}
