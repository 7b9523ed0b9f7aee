import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inspect } from '../../src/engine/snapshot/inspect.ts';
import type { Form } from './forms.ts';
import { expectedFrom } from './golden/expected.ts';
import { caseFolder, type Expected, goldenCase } from './golden/golden-case.ts';
import { inspectRequest, judged, rehearsedOn } from './preflight.ts';
import { databaseFrom } from './scratch.ts';

/** What is told of the form in which a snapshot came, and not of what is in it. */
const OF_THE_FORM = /^notice (dump-incomplete|wal-missing|header-changed)/;

/**
 * Whether a golden case means the same in every form: what is in no dump, and rows that another form numbers anew while
 * something outside refers to the numbers, it must not have. Damaged files are files.
 */
export function isIndifferent(name: string): boolean {
  const schema = readFileSync(join(caseFolder, name, 'before.sql'), 'utf8');
  return !/virtual\s+table|pragma|attach|zeroblob|char\(0\)|rowid\b/i.test(schema);
}

/** What the program says of a golden case whose database comes in this form; `undefined` for the plain file. */
export async function saidOf(folder: string, name: string, form?: Form): Promise<Expected> {
  const { schema, settings } = await goldenCase(name);
  const plain = databaseFrom(folder, schema);
  const snapshot = form === undefined ? plain : form(plain, folder);
  const request = inspectRequest(folder, snapshot, settings);
  // A dump is known by its name.
  const copies = await inspect({ ...request, name: basename(snapshot) });
  const { facts } = rehearsedOn(folder, copies, settings.migrations, settings);
  const { verdict, findings } = expectedFrom(judged(facts, settings));
  return { verdict, findings: findings.filter((finding) => !OF_THE_FORM.test(finding)) };
}
