import { basename } from 'node:path/posix';
import type { MigrationFile } from '../../facts/settings.ts';
import { statementSteps } from '../statement-steps.ts';
import type { Layout } from './layout.ts';

const byPath = new Intl.Collator('en', { numeric: true });

/** Every file, in natural order of its path: `2.sql` before `10.sql`. Nothing is tracked, so all are pending. */
export const plain: Layout = {
  name: 'plain',
  read(files: readonly MigrationFile[]) {
    const ordered = files.toSorted((a, b) => byPath.compare(a.file, b.file) || (a.file < b.file ? -1 : 1));
    const pending = ordered.map(({ file, sql }) => {
      const steps = statementSteps(file, sql);
      return { id: basename(file).replace(/\.sql$/i, ''), file, statements: steps.length, steps };
    });
    return { applied: 0, pending };
  },
};
