import type { HistoryRow } from '../../facts/history.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { compareKeys, downMigrations, namesInHistory, titleOf } from '../layout-kit/file-names.ts';
import {
  type DatabaseState,
  type Layout,
  type LayoutMigration,
  type LayoutReading,
  NOTHING,
} from '../layout-kit/layout.ts';
import { directionsOf } from '../layout-kit/up-part.ts';
import { statementSteps } from '../statement-steps.ts';

/**
 * SQL files of no known tool, in natural order of their paths: `2.sql` before `10.sql`. All but down migrations are pending,
 * of a file with an up and a down part the former, unless the user names the table and the column of their own tool's migration history.
 */
export const plain: Layout = {
  name: 'plain',
  tool: 'numbered SQL files',
  description:
    'Numbered SQL files of no tool: each runs once, in natural order; foreign keys off, as in the sqlite3 shell.',
  profile: { transaction: 'none', foreignKeys: false },
  claims: () => false,
  read(folder: MigrationFolder, { table, options }: DatabaseState): LayoutReading {
    const applied = table === undefined ? () => false : appliedIn(table.rows, options.column);
    const downs = downMigrations(folder);
    const files = folder.files.filter((file) => !downs.has(file));
    const pending = inOrder(files, options.order).filter((file) => !applied(file));
    return {
      ...NOTHING,
      applied: files.length - pending.length,
      pending: pending.map(migration),
      ignored: [...downs].map(({ file }) => file),
      // Nothing is written there by the plan: what a file itself does to the table is judged as any change.
      bookkeeping: NOTHING.bookkeeping,
    };
  },
};

function inOrder(files: readonly MigrationFile[], order: DatabaseState['options']['order']): MigrationFile[] {
  if (files.length < 2) return [...files];
  if (order === 'name') return files.toSorted((a, b) => compareKeys(a.path, b.path));
  // Making one takes milliseconds, which one file need not wait for.
  const { compare } = new Intl.Collator('en', { numeric: true });
  return files.toSorted((a, b) => compare(a.path, b.path) || compareKeys(a.path, b.path));
}

function appliedIn(rows: readonly HistoryRow[], column = ''): (file: MigrationFile) => boolean {
  const values = new Set(rows.map((row) => String(row[column.toLowerCase()] ?? '')));
  return (file) => namesInHistory(file).some((name) => values.has(name));
}

/** Of a file with both directions in it, a runner runs one. */
function migration(source: MigrationFile): LayoutMigration {
  const { file, sql } = source;
  const { up, down } = directionsOf(sql);
  return {
    id: titleOf(source).replace(/\.sql$/i, ''),
    file,
    steps: statementSteps(file, up),
    ...(down !== undefined && { down: { steps: statementSteps(file, down) } }),
  };
}
