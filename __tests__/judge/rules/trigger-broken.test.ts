import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('trigger-broken');

const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, a); CREATE TABLE log(m, n); CREATE TABLE u(x);
  CREATE VIEW v AS SELECT id, a FROM t;
  CREATE TRIGGER sound AFTER UPDATE ON t BEGIN INSERT INTO log(m) VALUES (new.a); END;
  CREATE TRIGGER narrow AFTER UPDATE OF a ON t WHEN new.a > 1 BEGIN INSERT INTO log(n) VALUES (new.a); END;
  CREATE TRIGGER outer AFTER DELETE ON u BEGIN UPDATE t SET a = a; END;
  CREATE TRIGGER instead INSTEAD OF INSERT ON v BEGIN INSERT INTO log(n) VALUES (new.a); END;`;
const withoutColumn = 'CREATE TABLE l(m); DROP TABLE log; ALTER TABLE l RENAME TO log;';

it('names the trigger at fault, not its neighbour on the same event nor the one that fires it', () => {
  expect(findings.after(SCHEMA, `PRAGMA legacy_alter_table=ON; ${withoutColumn}`)).toMatchObject([
    {
      severity: 'error',
      object: 'narrow',
      table: 't',
      message:
        'narrow on t does not compile: table log has no column named n. So do not, because they use it: outer.',
    },
    {
      severity: 'error',
      object: 'instead',
      table: 'v',
      message: 'instead on v does not compile: table log has no column named n.',
    },
  ]);
  expect(findings.after(SCHEMA, 'ALTER TABLE log RENAME COLUMN n TO o')).toEqual([]);
});

it('is an error for a trigger that writes to a table which is gone', () => {
  const schema = `CREATE TABLE t(a); CREATE TABLE audit(a);
    CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO audit VALUES (new.a); END;`;
  expect(findings.after(schema, 'DROP TABLE audit')).toMatchObject([
    { severity: 'error', object: 'tr', message: 'tr on t does not compile: no such table: audit.' },
  ]);
  expect(findings.after(schema, 'DROP TRIGGER tr; DROP TABLE audit')).toEqual([]);
});

it('is a notice where it was so before, and where it is repaired', () => {
  const broken = 'CREATE TABLE t(a); CREATE TRIGGER tr AFTER DELETE ON t BEGIN DELETE FROM audit; END;';
  expect(findings.after(broken, 'INSERT INTO t VALUES (1)')).toMatchObject([
    { severity: 'notice', object: 'tr' },
  ]);
  expect(findings.after(broken, 'CREATE TABLE audit(a)')).toMatchObject([
    { severity: 'notice', message: 'tr on t did not compile before: repaired here.' },
  ]);
});

it('fires nothing, and leaves functions of the application out', () => {
  const schema = `CREATE TABLE t(a); INSERT INTO t VALUES (1);
    CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT notify(old.a); END;`;
  expect(findings.of(schema)).toEqual([]);
});
