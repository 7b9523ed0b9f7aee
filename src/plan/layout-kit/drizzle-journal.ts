import type { PlanProblem } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
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

/** An entry with its file, which is absent where there is no such file. */
export interface Listed extends JournalEntry {
  source?: MigrationFile;
}

export interface Journal {
  entries: JournalEntry[];
  /** Relative to the workspace. */
  file: string;
  text: string;
}

/** The 1-based line on which the time of an entry stands; `undefined` where the journal is not written as usual. */
export function lineOfTime({ text }: Journal, { tag, when }: JournalEntry): number | undefined {
  for (const { 0: object, index } of text.matchAll(/\{[^{}]*\}/g)) {
    const time = object.search(/"when"\s*:/);
    if (time === -1 || !object.includes(JSON.stringify(tag))) continue;
    const value = /"when"\s*:\s*(-?\d+)/.exec(object)?.[1];
    if (Number(value) === when) return text.slice(0, index + time).split('\n').length;
  }
  return undefined;
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
    return { entries, file, text: source.sql };
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
