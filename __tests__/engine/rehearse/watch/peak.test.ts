import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { rehearse } from '../../../../src/engine/rehearse/rehearse-plan.ts';
import { Connection } from '../../../../src/engine/sqlite/connection.ts';
import { toEnd } from '../../../support/generators.ts';
import { planOf } from '../../../support/plans.ts';
import { databaseFrom, scratchFolder } from '../../../support/scratch.ts';

const folder = scratchFolder();

const PAGES = `CREATE TABLE pages(id INTEGER PRIMARY KEY, at INT, body TEXT);
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) INSERT INTO pages SELECT i, i, printf('%.1800c', 'x') FROM n;`;
const CHANGE = 'ALTER TABLE pages ADD COLUMN since INT; UPDATE pages SET since = at;';

/** The largest that lies beside the database, as anybody sees it who runs the same by hand: a journal before the COMMIT. */
function byHand(path: string, suffix: '-wal' | '-journal'): number {
  const connection = Connection.open(path, 'write');
  connection.exec('PRAGMA cache_size=-2000; BEGIN');
  for (const sql of CHANGE.split('; ')) connection.exec(sql);
  const { size } = statSync(path + suffix);
  connection.exec('COMMIT');
  const afterwards = statSync(path + suffix, { throwIfNoEntry: false })?.size ?? 0;
  connection.close();
  return Math.max(size, afterwards);
}

it.each([
  ['a WAL', 'wal', '-wal'],
  ['a rollback journal', 'delete', '-journal'],
] as const)(
  'the peak of %s is what it is by hand, in one transaction and in statements of their own',
  (_, mode, suffix) => {
    const path = databaseFrom(folder, PAGES);
    const setUp = Connection.open(path, 'write');
    setUp.exec(`PRAGMA journal_mode=${mode}`);
    setUp.close();
    const [hand, own, apart] = ['hand', 'own', 'apart'].map((name) => {
      const copy = join(folder, `${mode}-${name}.db`);
      copyFileSync(path, copy);
      return copy;
    }) as [string, string, string];
    const expected = byHand(hand, suffix);
    const kind = mode === 'wal' ? 'wal' : 'journal';
    for (const [database, profile] of [
      [own, 'transaction'],
      [apart, 'plain'],
    ] as const) {
      const { peak } = toEnd(
        rehearse({ database, plan: planOf(CHANGE, profile), samples: 'none' }, () => {}),
      );
      const measured = peak?.[kind] ?? 0;
      expect(Math.abs(measured - expected)).toBeLessThan(expected / 50);
      expect(peak?.database).toBe(statSync(database).size);
      // No journal stays beside the copy.
      expect(existsSync(`${database}-journal`)).toBe(false);
    }
  },
);
