import { describe, expect, it } from '@jest/globals';
import { publicMessage } from '../../../src/engine/sqlite/message.ts';

const failed = (message: string, code = 'SQLITE_ERROR') => ({ code, message });

describe('a message of SQLite', () => {
  it.each([
    'no such column: SECRET',
    'no such table: main.SECRET',
    'no such savepoint: SECRET',
    'unknown tokenizer: SECRET',
    'unknown function: SECRET()',
    'bad value SECRET',
  ])('that may quote a value of a row does not show it: %s', (message) => {
    const shown = publicMessage(failed(message), { texts: ['CREATE TABLE t(a)'] });
    expect(shown).not.toContain('SECRET');
    expect(shown).toContain('withheld (samples: none)');
  });

  it('says of what kind the name is that it withholds', () => {
    expect(publicMessage(failed('no such tokenizer: 4711'))).toBe(
      'no such tokenizer: name withheld (samples: none)',
    );
  });

  it.each(['no such table: main.Goals', 'no such column: title', 'unknown function: slugify()'])(
    'is shown where schema or migration hold the name: %s',
    (message) => {
      const texts = ['CREATE TABLE goals(title)', 'SELECT slugify() FROM goals'];
      expect(publicMessage(failed(message), { texts })).toBe(message);
    },
  );

  it('is shown whole while compiling, and where values are asked for', () => {
    const message = 'no such column: SECRET';
    expect(publicMessage(failed(message), { compiling: true })).toBe(message);
    expect(publicMessage(failed(message), { samples: 'values' })).toBe(message);
  });

  it('of RAISE() is shown only where it stands literally', () => {
    const raised = failed('no such column: title', 'SQLITE_CONSTRAINT_TRIGGER');
    expect(publicMessage(raised, { texts: ['CREATE TABLE t(title)'] })).toBe(
      'message withheld (samples: none)',
    );
    expect(publicMessage(raised, { texts: ["RAISE(ABORT, 'no such column: title')"] })).toBe(raised.message);
  });
});
