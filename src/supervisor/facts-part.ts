import type { DatabaseFacts, Incident, Timings } from '../facts/database.ts';
import type { RehearsalFacts } from '../facts/rehearsal/rehearsal.ts';

type StageFacts = Partial<Omit<DatabaseFacts, 'path' | 'incidents' | 'timings'>>;

/** What one stage adds to the facts of a database: what it measured, what went wrong, and how long it took. */
export interface FactsPart<Facts extends StageFacts = StageFacts> {
  facts: Facts;
  incidents?: readonly Incident[];
  timings?: Partial<Timings>;
}

/** The facts of a rehearsal that did not take place. `sqlite`: the version of the engine, or empty. */
export function notRehearsed(sqlite: string): RehearsalFacts {
  return { outcome: 'not-run', commits: 0, leftOpen: false, sqlite, statements: [] };
}

/** Puts the facts of one database together; where two parts have the same facts, the later part wins. */
export function assemble(
  path: string,
  parts: readonly FactsPart[],
  timings: { total: number },
): DatabaseFacts {
  return {
    path,
    mistakes: [],
    rehearsal: notRehearsed(''),
    ...merged(parts.map(({ facts }) => facts)),
    incidents: parts.flatMap(({ incidents = [] }) => incidents),
    timings: { ...merged(parts.map((part) => part.timings ?? {})), ...timings },
  };
}

function merged<Item extends object>(items: readonly Item[]): Partial<Item> {
  return Object.assign({}, ...items);
}
