import { basename } from 'node:path/posix';
import type { MigrationFile } from '../../facts/settings.ts';
import { statementSteps } from '../statement-steps.ts';
import type { Layout } from './layout.ts';

/** Every file, in natural order of its path: `2.sql` before `10.sql`. Nothing is tracked, so all are pending. */
export const plain: Layout = {
  name: 'plain',
  read(files: readonly MigrationFile[]) {
    const pending = inNaturalOrder(files).map(({ file, sql }) => {
      const steps = statementSteps(file, sql);
      return { id: basename(file).replace(/\.sql$/i, ''), file, statements: steps.length, steps };
    });
    return { applied: 0, pending };
  },
};

function inNaturalOrder(files: readonly MigrationFile[]): readonly MigrationFile[] {
  if (files.length < 2) return files;
  // Making one takes milliseconds, which one file need not wait for.
  const { compare } = new Intl.Collator('en', { numeric: true });
  return files.toSorted((a, b) => compare(a.file, b.file) || (a.file < b.file ? -1 : 1));
}
