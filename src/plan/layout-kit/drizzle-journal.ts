import type { PlanProblem } from '../../facts/plan.ts';
import type { MigrationFolder } from '../../facts/settings.ts';
import { textOf } from './line-ends.ts';

/** As many files as are ever read. */
const MOST_ENTRIES = 10_000;

/** One migration as the journal names it. */
export interface JournalEntry {
  /** The file's name without `.sql`. */
  tag: string;
  /** Unix time in ms: what is applied is decided by it. */
  when: number;
}

export interface Journal {
  entries: JournalEntry[];
  /** Relative to the workspace. */
  file: string;
}

/** `meta/_journal.json` of a folder; `undefined` where it has none. */
export function journalOf({ companions }: MigrationFolder): Journal | { problem: PlanProblem } | undefined {
  const source = companions.find(({ path }) => path === 'meta/_journal.json');
  if (source === undefined) return undefined;
  const { file } = source;
  try {
    // drizzle hands a byte order mark on to JSON.parse, which refuses it.
    const { entries } = Object(JSON.parse(textOf(source))) as { entries?: unknown };
    if (!Array.isArray(entries)) return { problem: unreadable(file, 'it has no list "entries"') };
    if (entries.length > MOST_ENTRIES)
      return { problem: unreadable(file, `it has more than ${MOST_ENTRIES} entries`) };
    const wrong = entries.findIndex((entry) => !isEntry(entry));
    if (wrong !== -1) return { problem: unreadable(file, `entry ${wrong} has no "tag" or no "when"`) };
    return { entries, file };
  } catch (error) {
    return { problem: unreadable(file, (error as SyntaxError).message.slice(0, 200)) };
  }
}

function isEntry(entry: unknown): entry is JournalEntry {
  const { tag, when } = Object(entry) as Partial<JournalEntry>;
  return typeof tag === 'string' && Number.isSafeInteger(when);
}

function unreadable(file: string, reason: string): PlanProblem {
  return { kind: 'invalid', sentence: `drizzle cannot read ${file}: ${reason}`, refuses: true, file };
}
