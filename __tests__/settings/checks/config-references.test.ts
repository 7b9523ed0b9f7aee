import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseReference } from '../../../src/settings/checks/config-references.ts';
import { growthOf, LINEAR } from '../../support/growth.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { readerIn, said } from '../workspace.ts';

const { readConfig } = readerIn(scratchFolder());

describe('a reference', () => {
  it.each([
    ['c.p -> p.id', 'c', ['p'], 'p', ['id']],
    [' c . p->p . id ', 'c', ['p'], 'p', ['id']],
    ['c(a, b) -> p ( x,y )', 'c', ['a', 'b'], 'p', ['x', 'y']],
    ['c(a) -> p.x', 'c', ['a'], 'p', ['x']],
    ['"odd.na""me"."a -> b" -> "p q"("x,y")', 'odd.na"me', ['a -> b'], 'p q', ['x,y']],
    ['ünï_1.$a -> p.id', 'ünï_1', ['$a'], 'p', ['id']],
  ])('%s is read', (text, table, columns, parent, parentColumns) => {
    expect(parseReference(text)).toEqual({ table, columns, parent, parentColumns });
  });

  it.each([
    ['c.p', ['c.p must have one ->']],
    ['c.p -> p.id -> q.id', ['c.p -> p.id -> q.id must have one ->']],
    ['c -> p', ['c is no table with its columns', 'p is no table with its columns']],
    ['c.p ->', ['nothing is no table with its columns']],
    ['main.c.p -> p.id', ['main.c.p is no table with its columns']],
    ['c.odd-name -> p.id', ['c.odd-name is no table with its columns']],
    ['c() -> p.""', ['c() is no table with its columns', 'p."" is no table with its columns']],
    ['c(a, b) -> p(x)', ['c(a, b) has 2 columns, and p(x) has 1']],
  ])('%s is refused', (text, problems) => {
    expect(parseReference(text)).toEqual(problems);
  });

  it('takes every name in double quotes', () => {
    const name = fc.string({ minLength: 1, unit: 'binary' });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const names = fc.array(name, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(name, names, name, (table, columns, parent) => {
        const list = columns.map(quoted).join(', ');
        const text = `${quoted(table)}(${list}) -> ${quoted(parent)}(${list})`;
        expect(parseReference(text)).toEqual({ table, columns, parent, parentColumns: columns });
      }),
    );
  });
});

it.each([
  ['arrows', '->'],
  ['quotes', '"'],
  ['quoted arrows', '"->"'],
  ['blanks of other scripts', '\u00a0'],
  ['names', 'a,'],
  ['brackets', 'a('],
])('references are read in time that grows with their length: %s', (_, part) => {
  const text = (size: number) => `a(b${part.repeat(size)}! -> p(x`;
  expect(growthOf(parseReference, 2000, text)).toBeLessThan(LINEAR);
});

it('a long reference is not repeated whole', () => {
  const [problem] = parseReference(`${'x'.repeat(100_000)} -> p.id`) as string[];
  expect(problem?.length).toBeLessThan(200);
});

it('every mistake is told at once, each in its line', async () => {
  const { mistakes } = await readConfig(`checks:
  references:
    - c.p -> p.id
    - c -> p
    - c(a, b) -> p(x)
  queries:
    - { id: a, sql: SELECT 1 }
    - sql: SELECT 2
      id: a
  requierd: {}
`);
  expect(mistakes.map(said)).toEqual([
    expect.stringMatching(
      /^preflight.yml:4 checks.references.1: checks.references.1: c is no table with its columns. -> Write/,
    ),
    expect.stringMatching(/^preflight.yml:4 checks.references.1: checks.references.1: p is no table with/),
    expect.stringMatching(
      /^preflight.yml:5 checks.references.2: checks.references.2: c\(a, b\) has 2 columns/,
    ),
    'preflight.yml:9 checks.queries.1.id: checks.queries.1.id: a query before it has the same id. -> Give it its own.',
    'preflight.yml:10 checks.requierd: there is no setting checks.requierd. -> Did you mean required?',
  ]);
});

it('checks say where they were declared', async () => {
  const { settings, mistakes } = await readConfig(`checks:
  references:
    - c.p -> p.id
  queries:
    - id: a
      sql: |
        SELECT 1
`);
  expect(mistakes).toEqual([]);
  expect(settings.checks).toEqual({
    required: [],
    references: [
      {
        table: 'c',
        columns: ['p'],
        parent: 'p',
        parentColumns: ['id'],
        source: { file: 'preflight.yml', line: 3 },
      },
    ],
    queries: [{ id: 'a', sql: 'SELECT 1\n', source: { file: 'preflight.yml', line: 5 } }],
    statements: [],
  });
});
