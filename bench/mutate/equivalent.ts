import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Mutant, mutantsOf } from './mutants.ts';

/** A mutant that no test can notice, and why. */
interface Entry {
  /** Name of the file, wherever it lies. */
  file: string;
  mutant: string;
  reason: string;
}

const entries = JSON.parse(readFileSync(`${import.meta.dirname}/equivalent.json`, 'utf8')) as Entry[];

const explains =
  ({ file, name }: Mutant) =>
  (entry: Entry) =>
    entry.file === basename(file) && entry.mutant === name;

/** Why no test can notice a mutant; `undefined` where one is to. */
export function reasonOf(mutant: Mutant): string | undefined {
  return entries.find(explains(mutant))?.reason;
}

/** The mutants of the sources that have a reason, and the reasons that have no mutant any more. */
export function explained(sources: ReadonlyMap<string, string>): { mutants: Mutant[]; stale: Entry[] } {
  const all = [...sources].flatMap(([file, source]) => mutantsOf(file, source));
  const names = new Set([...sources.keys()].map((file) => basename(file)));
  const stale = entries.filter(
    (entry) => names.has(entry.file) && !all.some((mutant) => explains(mutant)(entry)),
  );
  return { mutants: all.filter((mutant) => reasonOf(mutant) !== undefined), stale };
}
