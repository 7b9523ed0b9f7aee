import { describe, expect, it } from '@jest/globals';
import type { TrackingRow } from '../../../src/facts/tracking.ts';
import { goose } from '../../../src/plan/layouts/goose.ts';
import { folderOf } from '../../support/plans.ts';

const up = '-- +goose Up\nSELECT 1;\n';
const row = (version_id: number | bigint, is_applied = 1): TrackingRow => ({ version_id, is_applied });

function read(files: Readonly<Record<string, string>>, rows?: TrackingRow[]) {
  const table = rows && { table: 'goose_db_version', rows };
  return goose.read(folderOf(files), { userVersion: 0, wish: { name: 'auto' }, ...(table && { table }) });
}

function only(sql: string) {
  const { pending, problems } = read({ '1_a.sql': sql });
  const texts = (steps = pending[0]?.steps ?? []) =>
    steps.map((step) => (step.do === 'exec' ? step.sql : step.problem.sentence));
  return { up: texts(), down: texts(pending[0]?.down?.steps), problems, pending };
}

describe('goose', () => {
  it('orders by number, and passes over what has none, has 0, or lies deeper', () => {
    const { pending, ignored } = read({
      '10_b.sql': up,
      '9_a.sql': up,
      '0_zero.sql': up,
      'x_1.sql': up,
      '3.sql': up,
      'old/2_c.sql': up,
    });
    expect(pending.map(({ id }) => id)).toEqual(['9', '10']);
    expect(ignored.toSorted()).toEqual(['m/0_zero.sql', 'm/3.sql', 'm/old/2_c.sql', 'm/x_1.sql']);
  });

  it('takes the latest row of a version for how it stands', () => {
    const rows = [row(1), row(2), row(2, 0)];
    expect(read({ '1_a.sql': up, '2_b.sql': up }, rows).pending.map(({ id }) => id)).toEqual(['2']);
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
    ['no semicolon', '-- +goose Up\n\nSELECT 1', 'missing semicolon?', 2],
    ['no semicolon before Down', '-- +goose Up\nSELECT 1\n-- +goose Down\n', 'missing semicolon?', 3],
    ['a comment that is not by dashes at the end', `${up}/* done */\n`, 'missing semicolon?', 3],
  ])('refuses %s', (_, sql, sentence, line) => {
    const { problems } = only(sql);
    expect(problems).toMatchObject([{ kind: 'invalid', refuses: true, file: 'm/1_a.sql', line }]);
    expect(problems[0]?.sentence).toContain(sentence);
  });

  it('reads no file that is applied', () => {
    expect(read({ '1_a.sql': 'SELECT 1;' }, [row(1)]).problems).toEqual([]);
  });

  it('refuses two files of one version, and files that are older than what is applied', () => {
    expect(read({ '01_a.sql': up, '1_b.sql': up }).problems).toMatchObject([{ kind: 'invalid' }]);
    expect(read({ '1_a.sql': up, '2_b.sql': up, '3_c.sql': up }, [row(3)]).problems).toMatchObject([
      {
        kind: 'out-of-order',
        refuses: true,
        sentence:
          'goose: detected 2 missing (out-of-order) migrations lower than database version (3): versions 1,2',
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
