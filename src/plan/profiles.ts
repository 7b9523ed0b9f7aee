import type { Profile } from '../facts/plan.ts';
import type { DriverProfile } from './layout-kit/layout.ts';
import { layouts } from './layouts/index.ts';

/** Ways to execute SQL files that are no tool's own: the user declares them, or production may be one of them. */
const withoutTool: readonly Profile[] = [
  profileOf('autocommit-fk-on', { transaction: 'none', foreignKeys: true }),
  profileOf('transaction', { transaction: 'file', foreignKeys: true }),
  profileOf('transaction-fk-off', { transaction: 'file', foreignKeys: false }),
];

/** The ways in which production executes SQL files: those of the layouts' own tools and drivers, and three of no tool. */
export const profiles: readonly Profile[] = [
  ...layouts.map(({ name, profile }) => profileOf(name, profile)),
  ...layouts.flatMap(({ otherDrivers = [] }) => otherDrivers.map(({ name, ...one }) => profileOf(name, one))),
  ...withoutTool,
];

/** For "no tool was recognised": what else production may be. */
export const genericProfiles: readonly Profile[] = [profileNamed('plain'), ...withoutTool];

/** Throws for a name that no layout or driver has: settings let none through. */
export function profileNamed(name: string): Profile {
  const found = profiles.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no profile ${name}`);
  return found;
}

function profileOf(name: string, profile: DriverProfile): Profile {
  return { name, doubleQuotedText: true, ...profile };
}
