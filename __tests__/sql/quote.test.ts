import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { foldName, quoteName, quoteText, sameName } from '../../src/sql/quote.ts';

const withoutNul = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'));

describe('quoting', () => {
  it('makes any name a column name that SQLite gives back unchanged', () => {
    const db = new Database(':memory:');
    fc.assert(
      fc.property(withoutNul, (name) => {
        expect(db.prepare(`SELECT 1 AS ${quoteName(name)}`).columns()[0]?.name).toBe(name);
      }),
    );
    db.close();
  });

  it('makes any text a literal with that value', () => {
    const db = new Database(':memory:');
    fc.assert(
      fc.property(withoutNul, (text) => {
        expect(
          db
            .prepare(`SELECT ${quoteText(text)}`)
            .pluck()
            .get(),
        ).toBe(text);
      }),
    );
    db.close();
  });

  it('folds ASCII letters only, as SQLite does', () => {
    expect(sameName('Goals', 'gOALS')).toBe(true);
    expect(sameName('É', 'é')).toBe(false);
    expect(foldName('ÄB')).toBe('Äb');
  });
});
