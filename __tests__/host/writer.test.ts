import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { neutralise, writer } from '../../src/host/writer.ts';
import { commandsIn } from '../support/action.ts';

/** The pieces that commands, and attempts to hide them, are made of. */
const pieces = fc.constantFrom(
  ...['::', ':', '##[', '#', '[', ']', 'error', 'add-mask', 'stop-commands', ' ', '\t', '\r', '\n', '\u0085'],
  ...[
    '\u00a0',
    '\u2028',
    '\u2029',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\ufe0f',
    '\u202e',
    '\u001b[31m',
    'file=x,line=1',
  ],
);
const lines = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 12 })
    .map((all) => all.join('')),
);

describe('a neutralised line', () => {
  it('holds no command, whatever it was', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const shown = neutralise(line);
        expect(commandsIn(shown)).toEqual([]);
        // A comparison that knows about cultures passes over characters that are shown as nothing.
        expect(commandsIn(shown.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it('is one line, without anything that moves a cursor or turns text round', () => {
    fc.assert(
      fc.property(lines, (line) => {
        expect(neutralise(line)).not.toMatch(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
      }),
    );
  });

  it('stays as it is when it is neutralised again, and when it was harmless', () => {
    fc.assert(fc.property(lines, (line) => expect(neutralise(neutralise(line))).toBe(neutralise(line))));
    for (const line of ['', '✓ goals: 45 rows', '⚠️ a::b', '# title [1]', 'größe\t12 %', '👍'])
      expect(neutralise(line)).toBe(line);
  });

  it.each([
    ['::error::x', '\\::error::x'],
    ['  \u00a0::add-mask::x', '  \u00a0\\::add-mask::x'],
    ['| ##[error]x', '| ##\\[error]x'],
    ['####[error]x', '####\\[error]x'],
    ['a\r\n::error::x', 'a\\u{d}\\u{a}::error::x'],
    ['\u001b[2Kgone', '\\u{1b}[2Kgone'],
    ['\u200b::error::x', '\\u{200b}::error::x'],
    ['abc\u202egnp', 'abc\\u{202e}gnp'],
    ['\ud800', '\\u{d800}'],
  ])('%j is shown as %j', (line, shown) => expect(neutralise(line)).toBe(shown));
});

describe('the parsers that find nothing', () => {
  it('do find what the runner would', () => {
    const log =
      ' ::error file=a%2Cb.sql,line=3::100%25%0Asure\r\nx ##[warning a=b;c=d%3B]y\n::nothing::z\n::group::t';
    expect(commandsIn(log)).toEqual([
      { form: 'current', name: 'error', properties: { file: 'a,b.sql', line: '3' }, data: '100%\nsure' },
      { form: 'legacy', name: 'warning', properties: { a: 'b', c: 'd;' }, data: 'y' },
      { form: 'current', name: 'group', properties: {}, data: 't' },
    ]);
  });
});

describe('a writer', () => {
  it('writes neutralised lines, with control codes only where colours are wanted', () => {
    const plain = new PassThrough();
    const coloured = new PassThrough();
    for (const [stream, colours] of [
      [plain, false],
      [coloured, true],
    ] as const) {
      const write = writer(stream, { colours });
      write('::error::x', 'red');
      write('\u001b[31my');
    }
    expect(String(plain.read())).toBe('\\::error::x\n\\u{1b}[31my\n');
    expect(String(coloured.read())).toBe('\u001b[31m\\::error::x\u001b[39m\n\\u{1b}[31my\n');
  });

  it('outlives its reader', () => {
    const stream = new PassThrough();
    writer(stream);
    expect(() => stream.emit('error', new Error('EPIPE'))).not.toThrow();
  });
});
