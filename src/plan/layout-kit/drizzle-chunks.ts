import type { PlanProblem, RefusalStep, StatementStep } from '../../facts/plan.ts';
import type { MigrationFile } from '../../facts/settings.ts';
import { statementSteps } from '../statement-steps.ts';
import type { DrizzleDriver } from './drizzle-drivers.ts';

const BREAKPOINT = '--> statement-breakpoint';

/** What stands between two breakpoints, which goes to the driver as one text. */
export interface Chunk {
  file: string;
  statements: StatementStep[];
  line: number;
}

export function chunksOf({ file, sql }: MigrationFile): Chunk[] {
  let line = 1;
  return sql.split(BREAKPOINT).map((text) => {
    const chunk = { file, statements: statementSteps(file, text, line), line };
    line += text.split('\n').length - 1;
    return chunk;
  });
}

/** What the driver makes of a chunk: it runs one statement, or refuses the text. */
export function stepsOf(
  { file, statements, line }: Chunk,
  { called, second: becomes, empty }: DrizzleDriver,
): (StatementStep | RefusalStep)[] {
  const [first, second] = statements;
  if (first === undefined) {
    if (empty === undefined) return [];
    const reason = 'nothing stands between two breakpoints, or before the first or after the last';
    return [refusal({ file, line, sentence: `${called}: ${empty} (${reason})` })];
  }
  if (second === undefined || becomes === 'dropped') return [first];
  if (becomes === 'run') return statements;
  const sentence = `${called}: The supplied SQL string contains more than one statement ("${BREAKPOINT}" must stand before this one)`;
  return [refusal({ file, line: second.line, sentence })];
}

function refusal(place: { file: string; line: number; sentence: string }): RefusalStep {
  return { do: 'refuse', problem: { kind: 'invalid', refuses: true, ...place } };
}

/** The statements that the driver drops without a word, the first of each chunk. */
export function droppedFrom(
  chunks: readonly Chunk[],
  { called, second: becomes }: DrizzleDriver,
): PlanProblem[] {
  if (becomes !== 'dropped') return [];
  return chunks.flatMap(({ file, statements: [, second] }): PlanProblem[] => {
    if (second === undefined) return [];
    const sentence = `drizzle on ${called} runs only the first statement between two breakpoints, drops "${second.title}" without a word, and records the file as applied: "${BREAKPOINT}" must stand before it`;
    const { line } = second;
    return [{ kind: 'dropped', sentence, refuses: false, skips: `${file}:${line}`, file, line }];
  });
}

/** `ALTER TABLE t ALTER COLUMN c TO …`, which drizzle-kit writes for Turso, and only libSQL knows. */
const ALTER_COLUMN =
  /^ALTER\s+TABLE\s+(?:"[^"]*"|`[^`]*`|\[[^\]]*\]|\w+)\s+ALTER\s+(?:COLUMN\s+)?(?:"[^"]*"|`[^`]*`|\[[^\]]*\]|\w+)\s+TO\s/i;

/** Why these files cannot be rehearsed with SQLite: a statement is an extension of libSQL. */
export function needsLibsql(chunks: readonly Chunk[], profile: string | undefined): string | undefined {
  // Where the user says that it is another driver, that one fails in production as it does here.
  if (profile !== undefined && profile !== 'drizzle-libsql') return undefined;
  const own = chunks.flatMap(({ statements }) => statements).find(({ sql }) => ALTER_COLUMN.test(sql));
  if (own === undefined) return undefined;
  return `${own.file}, line ${own.line}, has ALTER COLUMN … TO, which is libSQL's own and which SQLite does not know. Turso runs it; no fault of the migration is seen here`;
}
