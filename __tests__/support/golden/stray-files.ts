import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PARTS = ['before.sql', 'expected.json', 'truth.json', 'preflight.yml'];

/** What is no part of a golden case below the folder of all cases, and what a case lacks; one sentence each. */
export function strayInCases(folder: string): string[] {
  return [
    ...strayBeside(folder),
    ...foldersIn(folder).flatMap((name) => strayIn(join(folder, name), ['migration.sql'])),
  ];
}

/** The same in the folder of all layouts, whose cases always say what the tool does. */
export function strayInLayouts(folder: string): string[] {
  const layouts = foldersIn(folder).map((name) => join(folder, name));
  const cases = layouts.flatMap((layout) => foldersIn(layout).map((name) => join(layout, name)));
  return [
    ...strayBeside(folder),
    ...layouts.flatMap((layout) => filesIn(layout).map((name) => `${join(layout, name)} is in no case`)),
    ...cases.flatMap((place) => strayIn(place, ['migrations'])),
    ...cases.flatMap((place) => lacking(place, ['truth.json', 'migrations'])),
  ];
}

/** Only the suites stand beside the cases. */
function strayBeside(folder: string): string[] {
  const strays = filesIn(folder).filter((name) => !name.endsWith('.test.ts'));
  return strays.map((name) => `${join(folder, name)} is in no case`);
}

function strayIn(place: string, more: readonly string[]): string[] {
  const config = join(place, 'preflight.yml');
  const configured = existsSync(config) ? readFileSync(config, 'utf8') : '';
  const strays = readdirSync(place).filter(
    (name) => ![...PARTS, ...more].includes(name) && !configured.includes(name),
  );
  return [
    ...strays.map((name) => `${join(place, name)} is no part of a case`),
    ...lacking(place, ['before.sql', 'expected.json']),
  ];
}

function lacking(place: string, names: readonly string[]): string[] {
  const missing = names.filter((name) => !existsSync(join(place, name)));
  return missing.map((name) => `${place} has no ${name}`);
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name);
}
