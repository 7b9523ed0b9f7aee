import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Beyond this a file is told by its size and times. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Every entry below a folder with kind, size, times and content: equal for a folder that nobody has touched. */
export function fingerprint(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string) => {
    for (const name of readdirSync(join(folder, path)).toSorted()) {
      const inner = join(path, name);
      const stats = lstatSync(join(folder, inner), { bigint: true });
      const facts = [stats.mode, stats.size, stats.ino, stats.isDirectory() ? '' : stats.mtimeNs];
      if (stats.isFile() && stats.size <= MOST_BYTES) facts.push(hashOf(join(folder, inner)));
      if (stats.isSymbolicLink()) facts.push(readlinkSync(join(folder, inner)));
      found.set(inner, facts.join(' '));
      if (stats.isDirectory()) visit(inner);
    }
  };
  visit('');
  return found;
}

/** What became of the entries, a sentence each. */
export function differences(before: Map<string, string>, after: Map<string, string>): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => {
    if (before.get(name) === after.get(name)) return [];
    if (!after.has(name)) return [`the input ${name} is gone`];
    return [before.has(name) ? `the input ${name} was changed` : `${name} appeared among the inputs`];
  });
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
