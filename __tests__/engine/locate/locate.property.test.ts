import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

/** One harmful statement among harmless ones: the replay must find that one, whatever stands around it. */
const folder = scratchFolder();

const SCHEMA = `CREATE TABLE p(id INTEGER PRIMARY KEY, v);
  CREATE TABLE c(id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE CASCADE, v, w);
  CREATE TABLE k(a, b);
  INSERT INTO p VALUES (1, 'x'), (2, 'y'), (3, NULL);
  INSERT INTO c VALUES (10, 1, 'a', 1), (20, 2, 'b', 2), (30, 2, 'c', NULL), (40, 3, 'd', 4);
  INSERT INTO k VALUES (1, 'x'), (1, 'x'), (2, NULL), (3, 1.0);`;

const HARMLESS = [
  'CREATE TABLE IF NOT EXISTS other(a)',
  'UPDATE c SET v = v',
  'UPDATE c SET w = 3 WHERE w IS NULL',
  "UPDATE k SET a = a; DELETE FROM k WHERE b = 'none'",
  'DELETE FROM c WHERE id = 999',
  'VACUUM',
  'BEGIN; DELETE FROM c; DELETE FROM k; ROLLBACK',
  'SAVEPOINT s; UPDATE c SET v = 1; UPDATE k SET b = 1; ROLLBACK TO s; RELEASE s',
  'CREATE TABLE c_new(id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE CASCADE, v, w); INSERT INTO c_new SELECT id, p, v, w FROM c; DROP TABLE c; ALTER TABLE c_new RENAME TO c',
  'BEGIN; CREATE TABLE c_new(w, v, p INTEGER REFERENCES p(id) ON DELETE CASCADE, id INTEGER PRIMARY KEY); INSERT INTO c_new(id, p, v, w) SELECT id, p, v, w FROM c; DROP TABLE c; ALTER TABLE c_new RENAME TO c; COMMIT',
  'CREATE TABLE k_new(a, b); INSERT INTO k_new SELECT a, b FROM k ORDER BY rowid; DROP TABLE k; ALTER TABLE k_new RENAME TO k',
  'CREATE INDEX IF NOT EXISTS i ON c(v)',
];

/** With what it does, as `what table.column`. */
const HARMFUL = {
  'DELETE FROM c WHERE id = 20': ['removed c'],
  "UPDATE c SET v = 'z' WHERE id > 20": ['changed c.v'],
  'UPDATE c SET v = NULL, w = 7.5 WHERE id = 10': ['nulled c.v', 'retyped c.w'],
  'REPLACE INTO c(id, p, v, w) VALUES (50, 1, 1, 1)': ['added c'],
  'DELETE FROM p WHERE id = 2': ['removed c', 'removed p'],
  'DELETE FROM k WHERE a = 2': ['removed k'],
  'INSERT INTO k VALUES (9, 9)': ['added k'],
  'UPDATE k SET b = 1 WHERE a = 3': ['retyped k.b'],
} as const;

const harmless = fc.array(fc.constantFrom(...HARMLESS), { maxLength: 4 });

describe('the replay of random plans', () => {
  it.each(['plain', 'autocommit-fk-on'] as string[])('finds the harmful statement under %s', (profile) => {
    const plan = fc.record({
      earlier: harmless,
      harm: fc.constantFrom(...(Object.keys(HARMFUL) as (keyof typeof HARMFUL)[])),
      later: harmless,
    });
    fc.assert(
      fc.property(plan, ({ earlier, harm, later }) => {
        // Without foreign keys nothing cascades.
        const expected = HARMFUL[harm].filter(
          (what) => profile !== 'plain' || !harm.includes('FROM p') || what === 'removed p',
        );
        const { changes, rehearsal } = measured(
          folder,
          SCHEMA,
          [...earlier, harm, ...later].map((sql) => `${sql};`),
          { profile },
        );
        const found = (changes?.causes ?? []).flatMap((cause) => {
          if (!('what' in cause)) return [];
          const { what, table, column, statement } = cause;
          return [
            `${what} ${table}${column === undefined ? '' : `.${column}`} in ${rehearsal.statements[statement]?.file}`,
          ];
        });
        expect(rehearsal.outcome).toBe('done');
        const file = `m/000${earlier.length + 1}.sql`;
        expect(found.toSorted()).toEqual(expected.map((what) => `${what} in ${file}`).toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
