import { describe, expect, it } from '@jest/globals';
import { directionsOf } from '../../../src/plan/layout-kit/up-part.ts';

const shown = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim();

describe('a file of two directions', () => {
  it.each([
    ['-- +migrate Up', '-- +migrate Down'],
    ['-- +goose Up', '-- +goose Down'],
    ['-- migrate:up transaction:false', '-- migrate:down'],
    ['-- +micrate Up', '-- +micrate Down'],
    ['-- Up', '-- Down'],
    ['--UP', '--DOWN'],
    ['-- ==== UP ====', '-- ==== DOWN ===='],
    ['-- Up Migration', '-- Down Migration'],
    ['-- !Ups', '-- !Downs'],
    ['  -- up:', '  -- rollback:'],
  ])('is parted at %s and %s', (up, down) => {
    const parts = directionsOf(`${up}\nSELECT 1;\n${down}\r\nSELECT 2;\n`);
    expect([shown(parts.up), shown(parts.down)]).toEqual([
      `${up.trim()} SELECT 1;`,
      `${down.trim()} SELECT 2;`,
    ]);
  });

  it('may go down first, or have no mark above its way up', () => {
    expect(shown(directionsOf('-- down\nSELECT 2;\n-- up\nSELECT 1;').up)).toBe('-- up SELECT 1;');
    expect(shown(directionsOf('SELECT 1;\n-- //@UNDO\nSELECT 2;').up)).toBe('SELECT 1;');
    expect(shown(directionsOf('SELECT 1;\n-- migrate:down\nSELECT 2;').up)).toBe('SELECT 1;');
  });

  it('keeps its lines', () => {
    const sql = '-- Up\nSELECT 1;\n-- Down\nSELECT 2;\n\n-- Up\nSELECT 3;';
    const { up, down } = directionsOf(sql);
    expect(up.split('\n')).toHaveLength(7);
    expect(up.split('\n')[6]).toBe('SELECT 3;');
    expect(down?.split('\n')[3]).toBe('SELECT 2;');
  });
});

describe('a file of one', () => {
  it.each([
    ['a remark with more words', '-- Down with the old table\nDROP TABLE a;\n-- Up to here\nSELECT 1;'],
    ['a bare word without the other direction', '-- down\nDROP TABLE a;'],
    ['text', "-- Up\nINSERT INTO t VALUES ('\n-- Down\n');"],
    ['a block comment', '-- Up\n/*\n-- Down\n*/\nSELECT 1;'],
    ['what stands behind a statement', '-- Up\nSELECT 1; -- Down\nSELECT 2;'],
    ['a name', '-- Up\nALTER TABLE t ADD COLUMN down TEXT;'],
  ])('runs as it is: %s', (_, sql) => {
    expect(directionsOf(sql)).toEqual({ up: sql });
  });
});
