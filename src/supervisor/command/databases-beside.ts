import { closeSync, type Dirent, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const MAGIC = 'SQLite format 3\0';

/** A working folder may be a home: what lies deeper, or beyond so many files, is not looked at. */
const DEEPEST = 4;
const MOST_FILES = 5_000;

/** Never the application's database. */
const PASSED_OVER = new Set(['node_modules', 'vendor', 'target', 'venv', '__pycache__', 'dist', 'build']);

/** The files below the folder that a command works in, to see afterwards which databases it wrote instead of the copy. */
export class DatabasesBeside {
  readonly #folder: string;
  readonly #except: readonly string[];
  readonly #marks: ReadonlyMap<string, string>;

  /** `except`: the snapshot, which is watched by its own means, and our own folder. */
  constructor(folder: string, except: readonly string[]) {
    this.#folder = folder;
    this.#except = except;
    this.#marks = marksBelow(folder);
  }

  /** Databases that have changed, relative to the folder; one that is new may be a backup. */
  written(): string[] {
    const changed = [...marksBelow(this.#folder)].filter(
      ([path, mark]) => (this.#marks.get(path) ?? mark) !== mark,
    );
    const isOurs = (path: string) =>
      this.#except.some((own) => path === own || path.startsWith(join(own, '/')));
    return changed
      .filter(([path]) => !isOurs(path) && isDatabase(path))
      .map(([path]) => relative(this.#folder, path).replaceAll('\\', '/'))
      .toSorted();
  }
}

function marksBelow(root: string): Map<string, string> {
  const marks = new Map<string, string>();
  const waiting = [{ folder: root, depth: 1 }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const entry of entriesOf(next.folder)) {
      if (marks.size >= MOST_FILES) return marks;
      if (entry.name.startsWith('.') || PASSED_OVER.has(entry.name)) continue;
      const path = join(next.folder, entry.name);
      if (entry.isDirectory() && next.depth < DEEPEST) waiting.push({ folder: path, depth: next.depth + 1 });
      if (!entry.isFile()) continue;
      const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
      if (stats !== undefined) marks.set(path, `${stats.ino} ${stats.size} ${stats.mtimeNs}`);
    }
  }
  return marks;
}

/** Empty where it cannot be read: nobody's database is looked for there. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isDatabase(path: string): boolean {
  const bytes = Buffer.alloc(MAGIC.length);
  try {
    const file = openSync(path, 'r');
    try {
      return readSync(file, bytes, 0, bytes.length, 0) === bytes.length && bytes.toString('latin1') === MAGIC;
    } finally {
      closeSync(file);
    }
  } catch {
    // It is gone again, or not ours to read.
    return false;
  }
}
