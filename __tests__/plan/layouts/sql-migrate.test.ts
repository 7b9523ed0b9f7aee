import { describe, expect, it } from '@jest/globals';
import { sqlMigrate } from '../../../src/plan/layouts/sql-migrate.ts';
import { folderOf } from '../../support/plans.ts';

const up = '-- +migrate Up\nSELECT 1;\n';

function read(files: Readonly<Record<string, string>>, ids?: string[]) {
  const table = ids && { table: 'gorp_migrations', rows: ids.map((id) => ({ id, applied_at: 'then' })) };
  return sqlMigrate.read(folderOf(files), {
    userVersion: 0,
    options: { name: 'auto' },
    ...(table && { table }),
  });
}

function only(sql: string) {
  const { pending, problems } = read({ '1.sql': sql });
  const texts = (steps = pending[0]?.steps ?? []) =>
    steps.map((step) => (step.do === 'exec' ? step.sql : step.problem.sentence));
  return { up: texts(), down: texts(pending[0]?.down?.steps), problems, pending };
}

describe('sql-migrate', () => {
  it('orders by the number in front, then by name, and puts names without a number last', () => {
    const { pending, ignored } = read({
      'b.sql': up,
      'a.sql': up,
      '10_c.sql': up,
      '9_b.sql': up,
      '09_a.sql': up,
      '1_x.SQL': up,
      'old/1_y.sql': up,
    });
    expect(pending.map(({ id }) => id)).toEqual(['09_a.sql', '9_b.sql', '10_c.sql', 'a.sql', 'b.sql']);
    expect(ignored.toSorted()).toEqual(['m/1_x.SQL', 'm/old/1_y.sql']);
  });

  it('splits up and down, and gives the lines of the file', () => {
    const { pending } = only(
      '-- +migrate Up\r\n-- The authors\r\nCREATE TABLE a (\r\n  b -- ;\r\n);\r\nSELECT 1; SELECT 2;\r\n\r\n-- +migrate Down\r\nDROP TABLE a;\r\n',
    );
    expect(pending).toMatchObject([
      {
        steps: [
          { sql: 'CREATE TABLE a (\n  b -- ;\n);', line: 3, title: 'The authors' },
          { sql: 'SELECT 1;', line: 6 },
          { sql: 'SELECT 2;', line: 6 },
        ],
        down: { steps: [{ sql: 'DROP TABLE a;', line: 9 }] },
      },
    ]);
  });

  it('drops a comment in the middle of a statement, and keeps the lines right', () => {
    const { pending } = only('-- +migrate Up\nSELECT\n-- one;\n1;\nSELECT 2;\n');
    expect(pending[0]?.steps).toMatchObject([
      { sql: 'SELECT\n\n1;', line: 2 },
      { sql: 'SELECT 2;', line: 5 },
    ]);
  });

  it('keeps what stands between StatementBegin and StatementEnd together', () => {
    const trigger = 'CREATE TRIGGER t AFTER INSERT ON a BEGIN\nSELECT 1;\nEND;';
    const { up: texts } = only(
      `-- +migrate Up\n-- +migrate StatementBegin\n${trigger}\n-- +migrate StatementEnd\nSELECT 2;`,
    );
    expect(texts).toEqual([trigger, 'SELECT 2;']);
  });

  it('adds a second Up to the first, and takes nothing that stands before it', () => {
    expect(only(`SELECT 0;\n${up}-- +migrate Down\nSELECT 2;\n-- +migrate Up\nSELECT 3;\n`)).toMatchObject({
      up: ['SELECT 1;', 'SELECT 3;'],
      down: ['SELECT 2;'],
      problems: [],
    });
  });

  it('takes annotations letter by letter: others are comments', () => {
    expect(only(`-- +migrate up\nSELECT 0;\n${up}`).up).toEqual(['SELECT 1;']);
  });

  it.each([
    ['-- +migrate Up notransaction\n-- +migrate Down\n', [true, undefined]],
    ['-- +migrate Up\n-- +migrate Down notransaction\n', [undefined, true]],
    ['-- +migrate Up NoTransaction\n-- +migrate Down\n', [undefined, undefined]],
  ])('%j opts out: %j', (sql, optsOut) => {
    const [one] = only(sql).pending;
    expect([one?.optsOut, one?.down?.optsOut]).toEqual(optsOut);
  });

  it.each([
    ['no annotation', 'SELECT 1;', 'ERROR: no Up/Down annotations found', 1],
    ['no semicolon', '-- +migrate Up\nSELECT 1', 'ERROR: The last statement must be ended', 2],
    ['no semicolon before Down', `-- +migrate Up\nSELECT 1\n-- +migrate Down\n`, 'ERROR: The last', 3],
    ['a block without end', '-- +migrate Up\n-- +migrate StatementBegin\nSELECT 1;\n', 'ERROR: saw', 4],
    ['an empty annotation', '-- +migrate \n', 'ERROR: incomplete migration command', 1],
  ])('refuses %s', (_, sql, sentence, line) => {
    const { problems } = only(sql);
    expect(problems).toMatchObject([{ kind: 'invalid', refuses: true, file: 'm/1.sql', line }]);
    expect(problems[0]?.sentence).toContain(
      `Error while parsing 1.sql: Error parsing migration (1.sql): ${sentence}`,
    );
  });

  it('reads the applied files too', () => {
    expect(read({ '1.sql': 'SELECT 1;' }, ['1.sql']).problems).toMatchObject([{ kind: 'invalid' }]);
  });

  it('refuses the first row without a file, by the order of the files', () => {
    expect(read({ '1.sql': up }, ['10_b.sql', '1.sql', '9_a.sql']).problems).toMatchObject([
      {
        kind: 'missing',
        sentence: 'Unable to create migration plan because of 9_a.sql: unknown migration in database',
      },
    ]);
  });
});
