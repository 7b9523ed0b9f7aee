import type { HealthFacts } from '../../facts/health.ts';

/** How integrity_check begins a line about a virtual table (SQLite's fts3.c, fts5_main.c, rtree.c). */
const ABOUT_INDEX =
  /^(malformed inverted index for FTS|unable to validate the inverted index for FTS|fts5: |In RTree )/;

/** Lines of integrity_check about the file itself and its tables: a search index that is refused has a rule of its own. */
export function fileLines({ integrity, searchFailures }: HealthFacts): string[] {
  return integrity.messages.filter((line) => !searchFailures.some(({ table }) => isAbout(line, table)));
}

/** PRAGMA integrity_check, too, refuses the index of that name. */
export function reportsIndex({ integrity }: HealthFacts, table: string): boolean {
  return integrity.messages.some((line) => isAbout(line, table));
}

function isAbout(line: string, table: string): boolean {
  if (!ABOUT_INDEX.test(line)) return false;
  const named = line.split(/: (?=SQL logic error|entries are wrong)/)[0] ?? '';
  return named.endsWith(` main.${table}`) || line.includes(`"${table}"`);
}
