import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { configSchema } from '../../scripts/generate/config-schema.ts';
import { scratchFolder } from '../support/scratch.ts';
import { readerIn } from './workspace.ts';

const root = join(import.meta.dirname, '../..');
const accepts = new Ajv().compile(configSchema());
const { readConfig } = readerIn(scratchFolder());

interface Node {
  description?: string;
  properties?: Record<string, Node>;
  anyOf?: Node[];
  items?: Node;
}

function undescribed({ properties = {}, anyOf = [], items }: Node, path = ''): string[] {
  const own = Object.entries(properties).flatMap(([key, node]) => [
    ...(node.description === undefined ? [`${path}${key}`] : []),
    ...undescribed(node, `${path}${key}.`),
  ]);
  return [
    ...own,
    ...[...anyOf, ...(items === undefined ? [] : [items])].flatMap((node) => undescribed(node, path)),
  ];
}

describe('preflight.schema.json', () => {
  it('describes every key', () => {
    expect(undescribed(configSchema())).toEqual([]);
  });

  it.each([
    ['foreign-keys: on', true],
    ['foreign-keys: true', true],
    ['profile: { name: transaction, foreign-keys: off }', true],
    ['allow: [{ rule: rows-lost, table: t, migration: 13, reason: r, expires: 2027-01-31 }]', true],
    ['expect: { indexes: { a: true, b: on, c: 3, d: ">= 2" }, rows: { e: unchanged } }', true],
    ['checks: { references: ["a.b -> c.d"], queries: [{ id: a, sql: SELECT 1 }] }', true],
    ['production-sqlite: 3.40', true],
    ['production-sqlite: "3.40.1"', true],
    ['production-sqlite: "3.x"', false],
    ['production-sqlite: [3]', false],
    ['checks: { queries: [{ id: a }] }', false],
    ['checks: { references: { a: b } }', false],
    ['orphans: eror', false],
    ['failOn: error', false],
    ['fail-on: error', false],
    ['command: bin/rails db:migrate', false],
    ['retention-days: 9', false],
    ['profile: { name: goose }', true],
    ['profile: { name: flyway }', false],
    ['profile: { name: plain, foreign-keys: on, transaction: all }', true],
    ['layout: { name: plain, table: done, column: what, order: name }', true],
    ['layout: { name: goose, order: size }', false],
    ['allow: [{ rule: rows-lost, table: t }]', false],
    ['allow: [{ rule: rows-lost, table: t, reason: r, tabel: x }]', false],
    ['expect: { rows: { e: ">= x" } }', false],
  ])('and the program agree on %s', async (config, expected) => {
    expect(accepts(parse(config))).toBe(expected);
    expect((await readConfig(config)).mistakes.length === 0).toBe(expected);
  });

  it('takes the config of the example', () => {
    const config = readFileSync(join(root, 'examples/fractal-goals/preflight.yml'), 'utf8');
    expect(accepts(parse(config))).toBe(true);
  });
});
