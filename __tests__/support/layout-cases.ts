import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LayoutOptions, MigrationFolder } from '../../src/facts/settings.ts';
import { ReadBudget } from '../../src/settings/files/budget.ts';
import { readMigrations } from '../../src/settings/files/migration-files.ts';

/**
 * Golden cases of the layouts: `__tests__/layouts/LAYOUT/NAME/` with before.sql (the database, tracking rows included),
 * the tool's own files in `migrations/`, and expected.json. The findings must be exactly those, notices included.
 */
export interface ExpectedOfLayout {
  /** What the user sets; mostly nothing. */
  layout?: LayoutOptions | LayoutOptions['name'];
  profile?: string;
  foreignKeys?: boolean;
  /** Layout and profile that are recognised; absent where the files are refused as such. */
  recognised?: [string, string];
  applied?: number;
  /** The tool's keys, in order. */
  pending?: string[];
  outcome: 'done' | 'failed' | 'refused' | 'not-run';
  verdict: 'cleared' | 'warned' | 'blocked' | 'failed';
  findings: string[];
  /** Queries on the migrated copy with their rows: what the tool recorded, and what stays. */
  after?: Record<string, unknown[][]>;
}

export interface LayoutCase {
  layout: string;
  name: string;
  schema: string;
  migrations: MigrationFolder;
  expected: ExpectedOfLayout;
}

const root = join(import.meta.dirname, '../layouts');

export const layoutCases: readonly { layout: string; name: string }[] = folders(root).flatMap((layout) =>
  folders(join(root, layout)).map((name) => ({ layout, name })),
);

export function layoutCase({ layout, name }: { layout: string; name: string }): LayoutCase {
  const place = join(root, layout, name);
  const { migrations, mistakes } = readMigrations(
    'migrations',
    { folder: place, workspace: place },
    { author: 'step', budget: new ReadBudget() },
  );
  if (mistakes.length > 0) throw new Error(`${layout}/${name}: ${JSON.stringify(mistakes)}`);
  const schema = readFileSync(join(place, 'before.sql'), 'utf8');
  const expected = JSON.parse(readFileSync(join(place, 'expected.json'), 'utf8')) as ExpectedOfLayout;
  return { layout, name, schema, migrations, expected };
}

function folders(place: string): string[] {
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
