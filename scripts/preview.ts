/**
 * Writes sample reports of every kind in every format into a folder, with a page that links them all:
 * `npm run preview [-- FOLDER]`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { kinds } from './preview/kinds.ts';
import { page, type Row } from './preview/page.ts';
import { withRuns } from './preview/run.ts';
import { files, textsOf } from './preview/texts.ts';

/** Gives the page's path. */
export async function writePreview(folder: string): Promise<string> {
  const rows = await withRuns(async (run) => {
    const made: Row[] = [];
    for (const { name, title, record } of kinds) made.push({ name, title, record: await record(run) });
    return made;
  });
  for (const { name, record } of rows) {
    const own = join(folder, name);
    // What an earlier preview left must not pass for what this one made.
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own, { recursive: true });
    for (const [file, text] of textsOf(record)) writeFileSync(join(own, file), text);
  }
  const index = join(folder, 'index.html');
  writeFileSync(index, page(rows, files));
  return index;
}

if (import.meta.main) console.log(await writePreview(resolve(process.argv[2] ?? 'preflight-out/preview')));
