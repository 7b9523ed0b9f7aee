import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { splitStatements } from '../../src/statements/split.ts';

const texts = (sql: string) => splitStatements(sql).map((statement) => statement.sql);

describe('splitStatements', () => {
  it.each<[string, string, string[]]>([
    ['semicolons in strings', "SELECT ';'; SELECT 2", ["SELECT ';';", 'SELECT 2']],
    ['semicolons in brackets', 'SELECT [a;b]; SELECT 2', ['SELECT [a;b];', 'SELECT 2']],
    ['semicolons in backticks', 'SELECT `a;b`; SELECT 2', ['SELECT `a;b`;', 'SELECT 2']],
    ['semicolons in comments', 'SELECT 1 /* ; */ -- ;\n; SELECT 2', ['SELECT 1 /* ; */ -- ;\n;', 'SELECT 2']],
    ['empty statements', ';;SELECT 1;;;', ['SELECT 1;']],
    ['comments alone', '-- nothing here\n/* nor here */', []],
    ['a trailing comment', 'SELECT 1; -- done', ['SELECT 1;']],
    ['transactions', 'BEGIN; SELECT 1; END; SELECT 2;', ['BEGIN;', 'SELECT 1;', 'END;', 'SELECT 2;']],
    [
      'a table named trigger',
      'CREATE TABLE "trigger"(a); CREATE TABLE t(trigger); SELECT 1',
      ['CREATE TABLE "trigger"(a);', 'CREATE TABLE t(trigger);', 'SELECT 1'],
    ],
  ])('respects %s', (_, sql, expected) => {
    expect(texts(sql)).toEqual(expected);
  });

  it('keeps a trigger together, with CASE … END and a comment before its END', () => {
    const trigger = `CREATE TEMP TRIGGER IF NOT EXISTS t AFTER INSERT ON a BEGIN
      UPDATE a SET b = CASE WHEN 1 THEN 'END;' ELSE 2 END;
      DELETE FROM a; -- END;
      END;`;
    expect(texts(`${trigger} SELECT 1;`)).toEqual([trigger, 'SELECT 1;']);
    expect(texts(`EXPLAIN ${trigger} SELECT 1;`)).toEqual([`EXPLAIN ${trigger}`, 'SELECT 1;']);
  });

  it('gives the line of the first token, after comments, with LF and CRLF', () => {
    const sql = '-- one\r\n\r\nSELECT 1;\r\nSELECT\r\n2; /* a\nb */ SELECT 3';
    expect(splitStatements(sql).map(({ line }) => line)).toEqual([3, 4, 6]);
  });

  it('gives the comments before a statement and whether they touch it', () => {
    const [first, second] = splitStatements('-- far\n\n-- near\nSELECT 1; SELECT 2');
    expect(first?.comments).toEqual([
      { text: 'far', adjacent: false },
      { text: 'near', adjacent: true },
    ]);
    expect(second?.comments).toEqual([]);
  });
});

describe('splitStatements against SQLite itself', () => {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE a(b, c)');

  /** SQLite's own word on whether a text is exactly one statement. */
  function isOneStatement(sql: string): boolean {
    try {
      db.prepare(sql);
      return true;
    } catch (error) {
      const { message } = error as Error;
      if (/more than one statement|no statements/.test(message)) return false;
      throw error;
    }
  }

  const literal = fc.constantFrom("';'", "'it''s'", '1', 'NULL', "x'3b'", "'END;'", "'--'", "'/*'");
  const name = fc.constantFrom('"x;y"', '[x;y]', '`x;y`', 'plain', '"a""b"');
  const gap = fc.constantFrom(' ', '\n', '/* ; */', ' -- ;\n', '\t', '\r\n', '/**/');
  const query = fc
    .tuple(literal, name, gap, literal)
    .map(
      ([value, alias, space, other]) =>
        `SELECT${space} ${value} AS${space} ${alias}, CASE WHEN ${other} THEN 1 END`,
    );
  const write = fc.constantFrom(
    'INSERT INTO a VALUES (1, 2)',
    "UPDATE a SET b = ';' WHERE c = 'END'",
    'DELETE FROM a',
    'BEGIN',
    'COMMIT',
    'END',
    'CREATE TABLE trigger_log(x)',
    'EXPLAIN QUERY PLAN SELECT 1',
  );
  const trigger = fc
    .tuple(
      gap,
      fc.array(fc.constantFrom("UPDATE a SET b=';';", 'DELETE FROM a;', 'SELECT CASE 1 WHEN 1 THEN 2 END;'), {
        minLength: 1,
      }),
    )
    .map(
      ([space, body]) =>
        `CREATE${space} TRIGGER${space} t1 AFTER INSERT ON a BEGIN${space} ${body.join(space)}${space} END`,
    );
  const script = fc.array(fc.tuple(gap, fc.oneof(query, write, trigger), gap), { maxLength: 6 });

  it('each part is one statement for SQLite, and none is lost (5,000 scripts)', () => {
    fc.assert(
      fc.property(script, (parts) => {
        const sql = parts.map(([before, statement, after]) => `${before}${statement}${after};`).join('');
        const found = splitStatements(sql);
        expect(found).toHaveLength(parts.length);
        for (const { sql: text, start } of found) {
          expect(isOneStatement(text)).toBe(true);
          expect(sql.slice(start, start + text.length)).toBe(text);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
