import { describe, expect, it } from '@jest/globals';
import type { HistoryRow } from '../../../src/facts/history.ts';
import { goose } from '../../../src/plan/layouts/goose.ts';
import { folderOf } from '../../support/plans.ts';

const up = '-- +goose Up\nSELECT 1;\n';
const row = (version_id: number | bigint, is_applied = 1): HistoryRow => ({ version_id, is_applied });

function read(files: Readonly<Record<string, string>>, rows?: HistoryRow[]) {
  const table = rows && { table: 'goose_db_version', rows };
  return goose.read(folderOf(files), { userVersion: 0, options: { name: 'auto' }, ...(table && { table }) });
}

function only(sql: string) {
  const { pending, problems } = read({ '1_a.sql': sql });
  const texts = (steps = pending[0]?.steps ?? []) =>
    steps.map((step) => (step.do === 'exec' ? step.sql : step.problem));
  return { up: texts(), down: texts(pending[0]?.down?.steps ?? []), problems, pending };
}

describe('goose', () => {
  it('orders by number, and passes over what lies deeper or ends otherwise', () => {
    const files = { '10_b.sql': up, '+9_a.sql': up, 'old/2_c.sql': up, '3_d.SQL': up };
    const { pending, ignored, problems } = read(files);
    expect(pending.map(({ id }) => id)).toEqual(['9', '10']);
    expect(ignored.toSorted()).toEqual(['m/3_d.SQL', 'm/old/2_c.sql']);
    expect(problems).toEqual([]);
  });

  it.each([
    ['schema.sql', "no filename separator '_' found"],
    ['x_1.sql', 'failed to parse version from migration file: x_1.sql: parsing "x": invalid syntax'],
    ['9223372036854775808_a.sql', 'value out of range'],
    ['0_zero.sql', 'migration version must be greater than zero'],
  ])('refuses all where %s lies beside the migrations, even with nothing pending', (name, reason) => {
    const { problems } = read({ '1_a.sql': up, [name]: 'SELECT 1;' }, [row(0), row(1)]);
    expect(problems).toMatchObject([{ kind: 'invalid', refuses: true, file: `m/${name}` }]);
    expect(problems[0]?.sentence).toContain(`could not parse SQL migration file "m/${name}": `);
    expect(problems[0]?.sentence).toContain(reason);
  });

  it('counts every version that has a row as applied, and the last one that stands as current', () => {
    const rows = [row(0), row(1), row(2), row(2, 0)];
    const { pending, idle } = read({ '1_a.sql': up, '2_b.sql': up }, rows);
    expect(pending).toEqual([]);
    expect(idle).toBe('goose: no migrations to run. current version: 1');
  });

  it('refuses a table in which no row is applied', () => {
    expect(read({ '1_a.sql': up }, []).problems).toMatchObject([{ kind: 'invalid', refuses: true }]);
    expect(read({ '1_a.sql': up }, [row(0, 0)]).problems).toHaveLength(1);
  });

  it('splits up and down by lines, and gives the lines of the file', () => {
    const { pending } = only(
      '-- Authors.\r\n\r\n-- +goose Up\r\n-- The table\r\nCREATE TABLE a (\r\n  b -- ;\r\n);\r\nSELECT 1; SELECT 2; -- both\r\n-- +goose Down\r\nDROP TABLE a;\r\n',
    );
    expect(pending).toMatchObject([
      {
        steps: [
          { sql: 'CREATE TABLE a (\n  b -- ;\n);', line: 5, title: 'The table' },
          { sql: 'SELECT 1;', line: 8 },
          { sql: 'SELECT 2;', line: 8 },
        ],
        down: { steps: [{ sql: 'DROP TABLE a;', line: 10 }] },
      },
    ]);
  });

  it('keeps what stands between StatementBegin and StatementEnd together', () => {
    const trigger = 'CREATE TRIGGER t AFTER INSERT ON a BEGIN\nSELECT 1;\nEND;';
    const { up: texts } = only(
      `-- +goose up\n--+goose STATEMENTBEGIN\n${trigger}\n-- +goose StatementEnd\nSELECT 2;`,
    );
    expect(texts).toEqual([trigger, 'SELECT 2;']);
  });

  it.each([
    ['first', '-- +goose NO TRANSACTION\n-- +goose Up\n-- +goose Down\n'],
    ['last', '-- +goose Up\n-- +goose Down\n-- +goose no transaction\n'],
  ])('opts out of the transaction both ways where the file says so %s', (_, sql) => {
    const [one] = only(sql).pending;
    expect([one?.optsOut, one?.down?.optsOut]).toEqual([true, true]);
  });

  it.each([
    ['no annotation', '-- nothing', "must start with '-- +goose Up'", 1],
    ['a statement first', `SELECT 0;\n${up}`, 'unexpected state 0 on line "SELECT 0;"', 1],
    ['an annotation behind a blank', '\n -- +goose Up\nSELECT 1;', 'contains leading whitespace', 2],
    ['an annotation that there is not', `${up}-- +goose Dwn\n`, '"Dwn" not supported', 3],
    ['a comment that names goose', `${up}-- see +goose docs\n`, '"see  docs" not supported', 3],
    ['a comment that names goose alone', `${up}-- +goose\n`, 'empty annotation', 3],
    ['an annotation behind a byte order mark', `\uFEFF${up}`, 'unexpected state 0', 1],
    ['two ups', `${up}${up}`, "duplicate '-- +goose Up' annotations", 3],
    ['the way down first', '-- +goose Down\n', "must start with '-- +goose Up' annotation", 1],
    ['the way down in a block', `${up}-- +goose StatementBegin\n-- +goose Down\n`, 'must start with', 4],
    ['a block before all', '-- +goose StatementBegin\n', 'must be defined after', 1],
    ['an end without a begin', `${up}-- +goose StatementEnd\n`, 'must be defined after', 3],
    ['a block without end', `${up}-- +goose StatementBegin\nSELECT 1;\n`, 'missing', 5],
    ['no semicolon', '-- +goose Up\n\nSELECT 1', 'missing semicolon?', 3],
    ['no semicolon before Down', '-- +goose Up\nSELECT 1\n-- +goose Down\n', 'missing semicolon?', 2],
    ['a comment after blanks at the end', `${up}  \n\n-- done\n`, 'missing semicolon?', 5],
    ['a comment after blanks before Down', `${up}\t\r\n-- a\n-- +goose Down\n`, 'missing semicolon?', 4],
    ['a comment that is not by dashes at the end', `${up}/* done */\n`, 'missing semicolon?', 3],
  ])('refuses %s when its turn comes', (_, sql, sentence, line) => {
    const { up: steps, problems } = only(sql);
    expect(problems).toEqual([]);
    expect(steps).toMatchObject([{ kind: 'invalid', refuses: true, file: 'm/1_a.sql', line }]);
    expect(steps).toMatchObject([{ sentence: expect.stringContaining(sentence) }]);
  });

  it.each([
    ['blanks at the end', `${up}  \n\t\n`],
    ['a comment after an empty line', `${up}\n-- done\n`],
    ['blanks and a comment before all', ` \n-- first\n${up}`],
  ])('takes %s for nothing', (_, sql) => {
    expect(only(sql).up).toEqual(['SELECT 1;']);
  });

  it('reads the way down only when it goes down', () => {
    const { up: steps, down } = only(`${up}-- +goose Down\nDROP TABLE a\n`);
    expect(steps).toEqual(['SELECT 1;']);
    expect(down).toMatchObject([{ sentence: expect.stringContaining('missing semicolon?'), line: 4 }]);
  });

  it('loses the line after a block without a statement, as the tool does', () => {
    const empty = '-- +goose StatementBegin\n-- later\n-- +goose StatementEnd\n';
    expect(only(`-- +goose Up\n${empty}\nSELECT 1;\nSELECT 2;\n`).up).toEqual(['SELECT 2;']);
  });

  it('gives the line, and the comment, of a statement in a block', () => {
    const sql = '-- +goose Up\n-- Why\n-- +goose StatementBegin\nSELECT 1;\n-- +goose StatementEnd\n';
    expect(only(sql).pending).toMatchObject([{ steps: [{ sql: 'SELECT 1;', line: 4, title: 'Why' }] }]);
  });

  it('reads no file that is applied', () => {
    const { pending, problems } = read({ '1_a.sql': 'SELECT 1;' }, [row(0), row(1)]);
    expect([pending, problems]).toEqual([[], []]);
  });

  it('refuses two files of one version, and files that are older than what is applied', () => {
    expect(read({ '01_a.sql': up, '1_b.sql': up }).problems).toMatchObject([{ kind: 'invalid' }]);
    expect(read({ '1_a.sql': up, '2_b.sql': up, '3_c.sql': up }, [row(3)]).problems).toMatchObject([
      {
        kind: 'out-of-order',
        refuses: true,
        sentence:
          'goose run: error: found 2 missing migrations before current version 3: version 1: m/1_a.sql, version 2: m/2_b.sql',
      },
    ]);
  });

  it('cannot run what is written in Go, unless it is applied, nor put in what the environment says', () => {
    const mixed = { '1_a.sql': up, '2_b.go': '', '2_b_test.go': '', 'sub/3_c.go': '' };
    expect(read(mixed).unsupported).toBe('m/2_b.go is written in Go');
    expect(read(mixed, [row(2)]).unsupported).toBeUndefined();
    expect(read({ '1_a.sql': `${up}-- +goose envsub ON\n` }).unsupported).toContain('ENVSUB');
  });
});
