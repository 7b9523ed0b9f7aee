import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../../src/settings/config/yaml.ts';
import { growthOf, LINEAR } from '../../support/growth.ts';

const NINE = (name: string) => `[${Array.from({ length: 9 }, () => name).join(', ')}]`;

describe('YAML of a config', () => {
  it.each([
    ['is empty', ''],
    ['holds comments only', '# nothing yet\n'],
    ['holds null', '~'],
  ])('may say nothing: it %s', (_, text) => {
    expect(parseConfig(text, 'c.yml')).toMatchObject({
      file: 'c.yml',
      values: {},
      broken: false,
      mistakes: [],
    });
  });

  it('keeps the spelling of keys, and of the ids of migrations', () => {
    const text = `
rows: { 1.0: 1, 007: 2, null: 3, on: 4 }
migration: 0013
allow:
  - migration: 0013
  - migration: 1.10
  - migration: 20240101120000123456
  - migration: "0x10"
  - migration: 0x10
  - max: 010
`;
    expect(parseConfig(text, 'c.yml').values).toEqual({
      rows: { '1.0': 1, '007': 2, null: 3, on: 4 },
      migration: 13,
      allow: [
        { migration: '0013' },
        { migration: '1.10' },
        { migration: '20240101120000123456' },
        { migration: '0x10' },
        { migration: '0x10' },
        { max: 10 },
      ],
    });
  });

  it('means the same under any version of YAML', () => {
    const values = { a: '2027-01-31', b: 'on', c: 'yes' };
    expect(parseConfig('%YAML 1.1\n---\na: 2027-01-31\nb: on\nc: yes', 'c.yml').values).toEqual(values);
    expect(parseConfig('a: 2027-01-31\nb: on\nc: yes', 'c.yml').values).toEqual(values);
  });

  it('may use aliases', () => {
    const text = 'required: { a: &columns [x, y], b: *columns }';
    expect(parseConfig(text, 'c.yml').values).toEqual({ required: { a: ['x', 'y'], b: ['x', 'y'] } });
  });

  it.each([
    ['a bracket that stays open', 'a: 1\nb: [', 2, /^this cannot be read as YAML: .+\.$/],
    ['a comparison without quotes', 'rows: { goals: >= 100 }', 1, /^this cannot be read as YAML: .+\.$/],
    ['a glob without quotes', 'a: 1\nmigrations: *.sql', 2, /^\*\.sql is an alias of nothing: /],
    ['a tab before a key', 'a:\n\tb: 1', 2, /^this cannot be read as YAML: Tabs/],
    ['two documents', 'a: 1\n---\nb: 2', 2, /it must be one document, without a second ---\.$/],
    ['a tag', 'a: 1\nb: !secret x', 2, /a value with a tag \(!…\) is not understood here\.$/],
    ['a tag of YAML itself', 'a: !!binary x', 1, /a value with a tag \(!…\) is not understood here\.$/],
    ['a key that is a list', 'a: 1\n? [b]\n: c', 2, /a key must be text\.$/],
    ['a list at the top', '- a', 1, /^the config file must hold keys and values\.$/],
    ['text alone', 'fail-on error', 1, /^the config file must hold keys and values\.$/],
    ['a key that objects drop', 'a: 1\nb: { __proto__: [c] }', 2, /^no key can be called __proto__\.$/],
    [
      'brackets without end',
      `a: 1\nb: ${'['.repeat(100_000)}`,
      2,
      /^this cannot be read: it is nested more than 64/,
    ],
    ['brackets that texts seem to close', '{"}": '.repeat(65), 1, /^this cannot be read: it is nested more/],
    ['lists in lists', `a:\n  ${'- '.repeat(65)}`, 2, /^this cannot be read: it is nested more/],
    ['keys in keys', '? '.repeat(60_000), 1, /^this cannot be read: it is nested more/],
    [
      'aliases by the hundred',
      `a: &a x\nb: [${'*a, '.repeat(200)}]`,
      2,
      /^there are more than 100 aliases\.$/,
    ],
    [
      'aliases that multiply',
      `a: &a ${NINE('x')}\nb: &b ${NINE('*a')}\nc: &c ${NINE('*b')}\nd: ${NINE('*c')}`,
      1,
      /^the aliases of this file multiply too much\.$/,
    ],
  ])('refuses %s', (_, text, line, message) => {
    const config = parseConfig(text, 'c.yml');
    expect(config).toMatchObject({ broken: true, values: {} });
    expect(config.mistakes).toMatchObject([
      { key: 'config', file: 'c.yml', line, message: expect.stringMatching(message) },
    ]);
  });

  it('tells of one slip of a line once, and of every line with one', () => {
    const { mistakes } = parseConfig('a: >= 26\nb: @x\nc: 1', 'c.yml');
    expect(mistakes.map(({ line }) => line)).toEqual([1, 2]);
  });

  it('names every key that is set twice, and reads on', () => {
    const config = parseConfig('a: 1\nb: { c: 1, c: 2 }\na: 3', 'c.yml');
    expect(config.broken).toBe(false);
    expect(config.mistakes.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))).toEqual([
      { key: 'c', message: 'c is set twice.', remedy: 'Remove one of the two.', file: 'c.yml', line: 2 },
      { key: 'a', message: 'a is set twice.', remedy: 'Remove one of the two.', file: 'c.yml', line: 3 },
    ]);
  });

  it('may be as deep as anybody writes', () => {
    const text = `a: ${'['.repeat(60)}${']'.repeat(60)}\nb: "${'['.repeat(1000)}"\n# ${'{'.repeat(1000)}\n`;
    expect(parseConfig(text, 'c.yml')).toMatchObject({ broken: false, mistakes: [] });
  });

  it('tells of a hundred mistakes of one kind, and that there are more', () => {
    const twice = 'a: 1\n'.repeat(5000);
    const slips = 'a: >= 26\n'.repeat(5000);
    for (const text of [twice, slips]) {
      const { mistakes } = parseConfig(text, 'c.yml');
      expect(mistakes).toHaveLength(101);
      expect(mistakes.at(-1)).toMatchObject({
        file: 'c.yml',
        message: 'there are more than 100 mistakes of this kind: the others are not listed.',
      });
    }
  });

  it.each([
    ['a map with many keys', (at: number) => `k${at}: 1\n`],
    ['one key many times', () => 'a: 1\n'],
    ['maps in a list', (at: number) => `- { a: ${at} }\n`],
    ['anchors', (at: number) => `k${at}: &a${at} 1\n`],
    ['tags', (at: number) => `k${at}: !t${at} 1\n`],
    ['slips', () => 'a: "x" y\n'],
    ['quotes', () => '"'],
    ['lines of a text', () => 'a\n '],
    ['documents', () => '---\n'],
  ])('takes time in proportion to its size: %s', (_, part) => {
    const text = (count: number) => Array.from({ length: count }, (_none, at) => part(at)).join('');
    expect(growthOf((made) => parseConfig(made, 'c.yml'), 500, text)).toBeLessThan(LINEAR);
  });

  it('knows the line of a value, of a key, and of what is around one that is missing', () => {
    const { line } = parseConfig('a:\n  b:\n    - c: 1\n      d: 2\n\ne:\n  f\n', 'c.yml');
    expect(line(['a', 'b', 0, 'd'])).toBe(4);
    expect(line(['a', 'b', 0], 'd')).toBe(4);
    expect(line(['a', 'b', 0, 'missing'])).toBe(3);
    expect(line(['a', 'b', 7, 'missing'])).toBe(3);
    expect(line([], 'e')).toBe(6);
    expect(line(['e'])).toBe(7);
    expect(line(['e', 'deeper'])).toBe(7);
    expect(line(['nothing'])).toBeUndefined();
  });
});
