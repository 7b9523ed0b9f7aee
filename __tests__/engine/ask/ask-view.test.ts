import { describe, expect, it } from '@jest/globals';
import { askView, type ViewQuestion } from '../../../src/engine/ask/ask-view.ts';
import { databaseFrom, scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();

function ask(before: string, after: string, options: Partial<ViewQuestion> = {}) {
  const columns: [string, string][] = [['n', 'n']];
  const question = { view: 'v', former: 'v', columns, rounded: false, hints: [], ...options };
  return askView({ before: databaseFrom(folder, before), after: databaseFrom(folder, after), question });
}

const given = (values: string) => `CREATE VIEW v AS SELECT column1 AS n FROM (VALUES ${values});`;
const change = (before: string, after: string, options?: Partial<ViewQuestion>) =>
  ask(given(before), given(after), options).meaning?.change;

describe('rows', () => {
  it('are the same in any order, by storage class and bytes', () => {
    expect(
      change("(1), ('a'), (NULL), (x'00'), (1.5)", "(1.5), (x'00'), (NULL), ('a'), (1)"),
    ).toBeUndefined();
    for (const [one, other] of [
      ['1', '1.0'],
      ['1', "'1'"],
      ["'a'", "x'61'"],
      ["'a'", "'A'"],
      ['NULL', "''"],
      ['9007199254740993', '9007199254740992'],
    ])
      expect(change(`(${one})`, `(${other})`)).toMatchObject({ kind: 'rows', gone: 1, came: 1 });
  });

  it('count as often as they are there', () => {
    expect(change('(1), (1), (2)', '(1), (2), (2)')).toMatchObject({ before: 3, after: 3, gone: 1, came: 1 });
    expect(change('(1), (1)', '(1)')).toMatchObject({ before: 2, after: 1, gone: 1, came: 0 });
  });

  it('do not run into each other', () => {
    const two = (left: string, right: string) => `CREATE VIEW v AS SELECT ${left} AS n, ${right} AS m;`;
    const columns: [string, string][] = [
      ['n', 'n'],
      ['m', 'm'],
    ];
    expect(ask(two("'a'", "'b'"), two("'a' || char(0) || 't1 b'", "''"), { columns }).meaning).toBeDefined();
  });

  it('are only counted where no column is compared', () => {
    expect(change('(1)', '(2)', { columns: [] })).toBeUndefined();
    expect(change('(1)', '(2), (3)', { columns: [] })).toMatchObject({ gone: 0, came: 1 });
  });

  it('hold sums that were added in another order', () => {
    expect(change('(0.1 + 0.2 + 0.3)', '(0.3 + 0.2 + 0.1)', { rounded: true })).toBeUndefined();
    expect(change('(0.1 + 0.2 + 0.3)', '(0.3 + 0.2 + 0.1)')).toBeDefined();
  });
});

describe('a view', () => {
  it('of which nothing is given proves nothing', () => {
    const cause = { kind: 'resolved', from: 'a.b', to: 'c.b' } as const;
    const none = 'CREATE VIEW v AS SELECT 1 AS n WHERE 0;';
    expect(ask(none, none, { cause })).toEqual({ meaning: { view: 'v', change: cause, hints: [] } });
    expect(ask(none, none)).toEqual({});
  });

  it('may have texts in double quotes', () => {
    const quoted = 'CREATE TABLE t(a); INSERT INTO t VALUES (1); CREATE VIEW v AS SELECT "x" AS n FROM t;';
    expect(ask(quoted, quoted)).toEqual({});
    expect(ask(quoted, quoted.replace('(a)', '(x)'))).toMatchObject({
      meaning: { change: { gone: 1, came: 1 } },
    });
  });

  it('that fails now is told with a message that holds no value, and one that failed before is no measure', () => {
    const fails = "CREATE VIEW v AS SELECT json_extract('secret', '$') AS n;";
    expect(ask(given('(1)'), fails)).toMatchObject({
      meaning: { change: { kind: 'fails', message: 'malformed JSON' } },
    });
    expect(ask(fails, given('(1)'))).toEqual({});
  });

  it('is not compared beyond a million rows', () => {
    const many =
      'CREATE VIEW v AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c;';
    expect(ask(many, many)).toEqual({ unasked: 'it gives more than a million rows' });
  });
});
