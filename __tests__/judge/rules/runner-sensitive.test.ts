import { expect, it } from '@jest/globals';
import { forRule, measured } from '../../support/preflight.ts';
import { plan } from '../../support/record.ts';
import { scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const findings = forRule('runner-sensitive');
const { profile } = plan();
const onWithin = {
  ...profile,
  name: 'transaction' as const,
  transaction: 'file' as const,
  foreignKeys: true,
};
const alone = { ...profile, name: 'autocommit-fk-on' as const, foreignKeys: true };
const loss = { table: 'c', rows: 2, nulled: [] };
const profiles = [
  { profile: alone, outcome: 'done' as const, losses: [loss] },
  {
    profile: onWithin,
    outcome: 'done' as const,
    losses: [loss, { table: 'd', rows: 0, nulled: [{ column: 'p', values: 1 }] }],
  },
];

it('is an error for each table where no tool was recognised, with the line that declares', () => {
  const found = findings.over({ plan: plan({ basis: 'assumed' }), scenarios: { profiles, skipped: [] } });
  expect(found).toMatchObject([
    { severity: 'error', table: 'c', count: 2 },
    { severity: 'error', table: 'd', columns: ['p'], count: 1 },
  ]);
  expect(found[0]?.message).toBe(
    'c: under autocommit-fk-on with foreign keys on and transaction with foreign keys on 2 rows would be lost; under plain with foreign keys off none.',
  );
  expect(found[1]?.message).toContain('1 value would become NULL');
  expect(found[0]?.remedy).toContain('`foreign-keys: off`');
});

it('counts what is lost beyond the rehearsal where rows are lost there too, and whatever came in their place', () => {
  const schema = `CREATE TABLE p(id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1), (2), (3);
    CREATE TABLE c(id INTEGER PRIMARY KEY, p REFERENCES p ON DELETE CASCADE);
    INSERT INTO c VALUES (1, 1), (2, 1), (3, 3), (4, 3), (5, 2);`;
  const others = 'INSERT INTO c VALUES (6, 2), (7, 2), (8, 2);';
  for (const more of ['', others]) {
    const sql = `DELETE FROM c WHERE id IN (1, 2); DELETE FROM p WHERE id = 3; ${more}`;
    const found = findings.over({
      ...measured(folder, schema, sql),
      scenarios: { profiles: [{ profile: alone, outcome: 'done', losses: [loss] }], skipped: [] },
    });
    expect(found.map(({ message }) => message)).toEqual([
      'c: under autocommit-fk-on with foreign keys on 2 rows more would be lost than under plain with foreign keys off.',
    ]);
  }
});

it('says both in one sentence where only values become NULL as rehearsed', () => {
  const schema = 'CREATE TABLE d(id INTEGER PRIMARY KEY, p); INSERT INTO d VALUES (1, 1), (2, 2);';
  const facts = measured(folder, schema, 'UPDATE d SET p = NULL WHERE id = 1;');
  const both = { table: 'd', rows: 1, nulled: [{ column: 'p', values: 2 }] };
  const found = findings.over({
    ...facts,
    scenarios: { profiles: [{ profile: alone, outcome: 'done', losses: [both] }], skipped: [] },
  });
  expect(found.map(({ message }) => message)).toEqual([
    'd: under autocommit-fk-on with foreign keys on 1 row more would be lost and 2 values more would become NULL than under plain with foreign keys off.',
  ]);
});

it('is a warning where a tool was', () => {
  const found = findings.over({ plan: plan({ basis: 'recognised' }), scenarios: { profiles, skipped: [] } });
  expect(found.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
});

it('asks for the profile where only the transaction differs', () => {
  const here = { ...profile, name: 'sqlx' as const, transaction: 'file' as const, foreignKeys: true };
  const other = { ...here, transaction: 'all' as const };
  const [found] = findings.over({
    plan: plan({ basis: 'recognised', profile: here }),
    scenarios: { profiles: [{ profile: other, outcome: 'done', losses: [loss] }], skipped: [] },
  });
  expect(found?.message).toBe(
    'c: under sqlx with foreign keys on (all in one transaction) 2 rows would be lost; under sqlx with foreign keys on none.',
  );
  expect(found?.remedy).toContain('`profile: sqlx`');
});

it('is quiet where nothing is lost elsewhere', () => {
  const none = [{ profile: alone, outcome: 'cannot-run' as const, losses: [] }];
  expect(
    findings.over({ plan: plan({ basis: 'assumed' }), scenarios: { profiles: none, skipped: [] } }),
  ).toEqual([]);
  expect(findings.over({ plan: plan({ basis: 'assumed' }) })).toEqual([]);
});
