import type { Mistake } from '../facts/database.ts';
import type { HistoryTable } from '../facts/history.ts';
import type { PlanProblem } from '../facts/plan.ts';
import type { LayoutOptions, MigrationFolder } from '../facts/settings.ts';
import { mayKeepAccount } from './history-tables.ts';
import { leadingNumber, namesInHistory, titleOf } from './layout-kit/file-names.ts';

/**
 * Looks at the table that the user named as the migration history of a runner of their own. Whatever stands there counts as applied
 * and is not run, so a table of data would let migrations pass unseen: it is refused where some rows are files, others name no
 * migration, and its name does not speak of migrations either; else what does not fit is told.
 */
export function declaredHistory(
  { table: named, column = '' }: LayoutOptions,
  found: HistoryTable | undefined,
  folder: MigrationFolder,
): { mistake: Mistake } | { problems: PlanProblem[] } {
  if (named === undefined) return { problems: [] };
  const missing = wrongName(named, column, found);
  if (missing !== undefined) return { mistake: missing };
  const rows = found?.rows ?? [];
  const values = rows.map((row) => String(row[column.toLowerCase()] ?? ''));
  const known = new Set(folder.files.flatMap(namesInHistory));
  const others = values.filter((value) => !known.has(value));
  const isFormer = formerMigration(folder);
  const strange = others.filter((value) => !isFormer(value)).length;
  if (others.length === 0) return { problems: [] };
  const all = others.length === rows.length;
  // Where no row is a file, nothing is left out for it.
  if (strange > 0 && !all && !mayKeepAccount(named))
    return { mistake: noHistory(named, strange, rows.length) };
  const consequence = all ? ': every file counts as pending' : '';
  const sentence = `${others.length} of ${rows.length} rows of ${named}, which \`layout\` names as the migration history, are no file of ${folder.name}${consequence}`;
  // Files of long ago may have been removed; anything else there is what nobody expects.
  const kind = strange > 0 || all ? 'unread' : 'missing';
  return { problems: [{ kind, sentence, refuses: false }] };
}

/** It may name a migration whose file was removed: it ends in .sql, or has a number before those of all files. */
function formerMigration({ files }: MigrationFolder): (value: string) => boolean {
  const numbers = files.flatMap((file) => leadingNumber(titleOf(file)) ?? []);
  const first = numbers.reduce<bigint | undefined>(
    (least, number) => (least === undefined || number < least ? number : least),
    undefined,
  );
  return (value) => {
    const number = leadingNumber(value);
    return /\.sql$/i.test(value) || (number !== undefined && first !== undefined && number < first);
  };
}

/** With a wrong name, everything would count as pending. */
function wrongName(table: string, column: string, found: HistoryTable | undefined): Mistake | undefined {
  const key = found === undefined ? 'layout.table' : 'layout.column';
  const [row] = found?.rows ?? [];
  if (found !== undefined && (row === undefined || column.toLowerCase() in row)) return undefined;
  return {
    key,
    message: `${key} names ${found === undefined ? table : column}, which is not in the snapshot, or is no migration history.`,
    remedy: 'Correct the name. For a database without one, leave `table` and `column` out.',
  };
}

function noHistory(table: string, strange: number, rows: number): Mistake {
  return {
    key: 'layout.table',
    message: `layout.table names ${table}, and ${strange} of its ${rows} rows name no migration: it is data, and no migration history.`,
    remedy:
      'Name the table in which your runner records what it applied. For a database without one, leave `table` and `column` out.',
  };
}
