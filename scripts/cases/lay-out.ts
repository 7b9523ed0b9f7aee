import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A golden case in a folder of its own, and the inputs that name what is there. */
export function laidOut(place: string, folder: string): Record<string, string> {
  cpSync(place, folder, { recursive: true });
  if (existsSync(join(folder, 'migration.sql'))) {
    mkdirSync(join(folder, 'm'));
    copyFileSync(join(folder, 'migration.sql'), join(folder, 'm/0001.sql'));
  }
  const migrations = ['migrations', 'm'].find((name) => existsSync(join(folder, name)));
  return { database: snapshot(folder), ...(migrations && { migrations }) };
}

/** `snapshot.db`, or the dump where plain SQL cannot make it. */
function snapshot(folder: string): string {
  const database = new DatabaseSync(join(folder, 'snapshot.db'), { enableForeignKeyConstraints: false });
  try {
    database.exec(readFileSync(join(folder, 'before.sql'), 'utf8'));
    return 'snapshot.db';
  } catch {
    return 'before.sql';
  } finally {
    database.close();
  }
}
