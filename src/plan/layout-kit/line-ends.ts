import type { MigrationFile } from '../../facts/settings.ts';

/** The file's whole text, its byte order mark included: most tools take one for a part of it. */
export function textOf({ sql, bom }: Pick<MigrationFile, 'sql' | 'bom'>): string {
  return bom ? `\uFEFF${sql}` : sql;
}

/** Its lines as Go's scanner gives them: without the carriage return that ends one. */
export function linesOf(source: MigrationFile): string[] {
  return textOf(source)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
}
