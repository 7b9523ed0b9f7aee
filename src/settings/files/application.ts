import type { Mistake } from '../../facts/database.ts';
import type { SqlFile } from '../../facts/settings.ts';
import { type Config, placeOf } from '../config/config.ts';
import type { ReadBudget } from './budget.ts';
import type { Place } from './reach.ts';
import { readSqlFiles } from './sql-files.ts';

/**
 * Reads the application's SQL files of `checks.statements`: a path, a glob, or a list of them, each relative to
 * `folder`. A file that several of them find is read once. Files that are no SQL are passed over.
 */
export function readApplication(
  given: string | readonly string[],
  place: Place,
  config: Config,
  budget: ReadBudget,
): { files: SqlFile[]; mistakes: Mistake[] } {
  const path = ['checks', 'statements'];
  const meaning = { key: path.join('.'), noun: 'SQL file' };
  const read = [given].flat().map((entry, at) => {
    const { files, mistakes } = readSqlFiles(entry, place, meaning, { author: 'file', budget });
    const written = placeOf(config, typeof given === 'string' ? path : [...path, at]);
    return {
      files,
      mistakes: mistakes.map((own) => (own.file === undefined ? { ...own, ...written } : own)),
    };
  });
  const files = new Map(read.flatMap((one) => one.files).map(({ file, sql }) => [file, { file, sql }]));
  return { files: [...files.values()], mistakes: read.flatMap(({ mistakes }) => mistakes) };
}
