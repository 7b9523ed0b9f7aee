import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compare } from '../../../../../src/engine/compare/compare.ts';
import { compareBothWays } from '../../../../support/both-ways.ts';
import { change, databaseFrom, firstValue, scratchFolder } from '../../../../support/scratch.ts';

const folder = scratchFolder();

const rows = (table: string, count: number, values: string) =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) INSERT INTO ${table} SELECT ${values} FROM n;`;

/** Each table with the way of its proof and the changes of its rows. */
function proofs(schema: string, edit: string) {
  const before = databaseFrom(folder, `PRAGMA page_size=512; ${schema}`);
  const after = databaseFrom(folder, `PRAGMA page_size=512; ${schema}`);
  change(after, edit);
  compareBothWays({ before, after, executed: [] });
  const { tables } = compare({ before, after, executed: [] }).changes;
  return tables.map(({ table, proof, added, removed, changed, before: from, after: to }) => [
    ...[table, proof, from, to],
    `+${added} -${removed} ~${changed}`,
  ]);
}

describe('leaves that are the same on both sides', () => {
  const LONG = `CREATE TABLE long(id INTEGER PRIMARY KEY, v); ${rows('long', 30, "i, printf('%.*c', 1500, 'l')")}`;
  const MANY = `CREATE TABLE many(id INTEGER PRIMARY KEY, v); ${rows('many', 300, "i, printf('%.*c', 100, 'm')")}`;

  it('are looked at one by one where most pages changed, and prove what they hold without a row being read', () => {
    expect(proofs(`${LONG} ${MANY}`, 'UPDATE many SET v = upper(v);')).toEqual([
      ['long', 'pages', 30, 30, '+0 -0 ~0'],
      ['many', 'records', 300, 300, '+0 -0 ~300'],
    ]);
  });

  it('prove a table too beside one in which an overflow page alone changed', () => {
    const also = `CREATE TABLE also(id INTEGER PRIMARY KEY, v); ${rows('also', 300, "i, printf('%.*c', 100, 'a')")}`;
    const edit = "UPDATE many SET v = upper(v); UPDATE long SET v = substr(v, 1, 1499) || 'x' WHERE id = 7;";
    expect(proofs(`${LONG} ${also} ${MANY}`, edit)).toEqual([
      ['long', 'records', 30, 30, '+0 -0 ~1'],
      ['also', 'pages', 300, 300, '+0 -0 ~0'],
      ['many', 'records', 300, 300, '+0 -0 ~300'],
    ]);
  });

  it('count no row whose overflow pages changed', () => {
    const edit = "UPDATE many SET v = upper(v); UPDATE long SET v = substr(v, 1, 1499) || 'x' WHERE id = 7;";
    expect(proofs(`${LONG} ${MANY}`, edit)).toEqual([
      ['long', 'records', 30, 30, '+0 -0 ~1'],
      ['many', 'records', 300, 300, '+0 -0 ~300'],
    ]);
  });

  it('are counted with the rows of the others', () => {
    const edit =
      'DELETE FROM many WHERE id = 150; UPDATE many SET v = 1 WHERE id > 290; INSERT INTO many VALUES (900, 1);';
    expect(proofs(MANY, edit)).toEqual([['many', 'records', 300, 300, '+1 -1 ~10']]);
  });
});

describe('what a damaged table holds proves nothing:', () => {
  const schemaOf = (count: number) =>
    `PRAGMA page_size=512; CREATE TABLE t(id INTEGER PRIMARY KEY, v); ${rows('t', count, "i, printf('%.*c', 100, 't')")}`;

  /** How a table is proven whose root page is damaged. */
  function proofOf(count: number, damage: (bytes: Buffer, root: number) => void) {
    const [before, after] = [databaseFrom(folder, schemaOf(count)), databaseFrom(folder, schemaOf(count))];
    const bytes = readFileSync(after);
    damage(
      bytes,
      (Number(firstValue(after, "SELECT rootpage FROM sqlite_schema WHERE name = 't'")) - 1) * 512,
    );
    writeFileSync(after, bytes);
    return compare({ before, after, executed: [] }).changes.tables.map(({ proof }) => proof);
  }

  it('a leaf that is reached twice', () => {
    const cell = (bytes: Buffer, root: number, at: number) => root + bytes.readUInt16BE(root + 12 + at * 2);
    const proof = proofOf(100, (bytes, root) => {
      bytes.writeUInt32BE(bytes.readUInt32BE(cell(bytes, root, 0)), cell(bytes, root, 1));
    });
    expect(proof).toEqual(['sql']);
  });

  it('rows in another order than that of their rowids', () => {
    const proof = proofOf(3, (bytes, root) => {
      bytes
        .subarray(root + 8, root + 12)
        .swap32()
        .swap16();
    });
    expect(proof).toEqual(['sql']);
  });
});

describe('overflow pages of changed rows', () => {
  const SEARCH = "CREATE VIRTUAL TABLE search USING fts5(body); INSERT INTO search VALUES ('a'), ('b');";
  const LONG = `CREATE TABLE long(id INTEGER PRIMARY KEY, v); ${rows('long', 300, "i, printf('%.*c', 1500, 'l')")}`;
  const proofOfSearch = (most: number) =>
    proofs(`${SEARCH} ${LONG}`, `UPDATE long SET v = upper(v) WHERE id <= ${most};`).find(
      ([table]) => table === 'search',
    )?.[1];

  it('are known as such where few rows changed, so that a search index is proven by its pages', () => {
    expect(proofOfSearch(100)).toBe('pages');
  });

  it('are not followed where most pages of the trees changed', () => {
    expect(proofOfSearch(280)).toBe('sql');
  });
});
