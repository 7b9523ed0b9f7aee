import { createHash } from 'node:crypto';
import type { MigrationFile } from '../../facts/settings.ts';
import { textOf } from './line-ends.ts';

/** SHA-256 in hex of the file's bytes, as tools compute it that read the file as UTF-8. */
export function sha256(source: Pick<MigrationFile, 'sql' | 'bom'>): string {
  return createHash('sha256').update(textOf(source)).digest('hex');
}

/** The sums of a file whatever became of its line ends since: a checkout changes them, and no statement. */
export function sha256OfEitherLineEnd(source: MigrationFile): string[] {
  const unix = source.sql.replaceAll('\r\n', '\n');
  const forms = [source.sql, unix, unix.replaceAll('\n', '\r\n')];
  return forms.map((sql) => sha256({ ...source, sql }));
}
