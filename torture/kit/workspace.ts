import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openQuickly } from '../../__tests__/support/scratch.ts';

export const SMALL =
  "CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (1, 'a'), (2, 'b');";

/** What makes a recursive query that has no end; `n` has the column `i`. */
export const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)';

export interface Contents {
  /** Made as `app.db`. */
  database?: string;
  /** By path. */
  files?: Readonly<Record<string, string | Buffer>>;
}

/** A new workspace below the place of a case. */
export function workspaceWith(place: string, { database, files = {} }: Contents): string {
  const workspace = join(place, 'workspace');
  mkdirSync(workspace, { recursive: true });
  if (database !== undefined) {
    const db = openQuickly(join(workspace, 'app.db'));
    db.exec(database);
    db.close();
  }
  for (const [name, content] of Object.entries(files)) {
    const path = join(workspace, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return workspace;
}
