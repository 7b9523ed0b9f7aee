import type { PlanProblem } from '../../facts/plan.ts';

/** A migration by what the tool knows of it. */
export interface Known {
  id: string;
  /** Of its content, where the tool keeps one. */
  hash?: string;
}

interface Recorded {
  tool: string;
  table: string;
  /** What stands in the table, and is no file. */
  gone: readonly Known[];
  pending: readonly Known[];
}

/** Of the rows that are named. */
const MOST_NAMED = 3;

/**
 * For tools that do not ask whether what they have applied is still a file: one notice on all such rows, which says where
 * a pending file seems to be one of them under another name, and so runs a second time.
 */
export function withoutFile({ tool, table, gone, pending }: Recorded): PlanProblem[] {
  if (gone.length === 0) return [];
  const named = gone.slice(0, MOST_NAMED).map(({ id }) => id);
  const more = gone.length > named.length ? ` and ${gone.length - named.length} more` : '';
  const what = gone.length === 1 ? 'which is no file here' : 'which are no files here';
  const renamed = gone.flatMap((one) => successorOf(one, pending) ?? []);
  const sentence = `${table} records ${named.join(', ')}${more}, ${what}; ${tool} does not look for ${gone.length === 1 ? 'it' : 'them'}`;
  const [first] = renamed;
  if (first === undefined) return [{ kind: 'missing', sentence, refuses: false }];
  const { row, file, by } = first;
  return [
    {
      kind: 'missing',
      sentence: `${sentence}. ${file}, which is pending, has ${by} ${row}: was it renamed? Then it runs a second time`,
      refuses: false,
      remedy: `If ${file} is ${row} under another name, give it its old name back, or correct the name in ${table}; else restore the file.`,
    },
  ];
}

interface Renamed {
  row: string;
  file: string;
  by: string;
}

function successorOf(row: Known, pending: readonly Known[]): Renamed | undefined {
  const { hash } = row;
  const same = hash === undefined ? undefined : pending.find((one) => one.hash === hash);
  if (same !== undefined) return { row: row.id, file: same.id, by: 'the content of' };
  const title = titleIn(row.id);
  const named = title === '' ? undefined : pending.find(({ id }) => titleIn(id) === title);
  if (named !== undefined) return { row: row.id, file: named.id, by: 'the title of' };
  const number = numberIn(row.id);
  const numbered = number === undefined ? undefined : pending.find(({ id }) => numberIn(id) === number);
  return numbered && { row: row.id, file: numbered.id, by: 'the number of' };
}

/** What stands behind the number. */
function titleIn(id: string): string {
  return /^\d+[_.-]+(.*?)(\.sql)?$/i.exec(id)?.[1]?.toLowerCase() ?? '';
}

function numberIn(id: string): string | undefined {
  return /^0*(\d+)[_.-]/.exec(id)?.[1];
}
