import { describe, expect, it } from '@jest/globals';
import { WaitingRows } from '../../../../../src/engine/compare/content/records/waiting.ts';

const record = 'x'.repeat(50);

describe('WaitingRows', () => {
  it('gives rows of one name in the order in which they came', () => {
    const waiting = new WaitingRows();
    for (const rowid of [3, 4, 9]) waiting.put('before', 'c', rowid, record);
    expect(waiting.take('after', 'c')).toBeUndefined();
    expect(waiting.take('before', 'c')?.rowid).toBe(3);
    expect(waiting.take('before', 'c')?.rowid).toBe(4);
    expect(waiting.rest('before', 'c').map(({ rowid }) => rowid)).toEqual([9]);
    expect(waiting.take('before', 'c')?.rowid).toBe(9);
    expect(waiting.take('before', 'c')).toBeUndefined();
  });

  it('forgets rows that are too many while nobody waits on the other side', () => {
    const waiting = new WaitingRows(1000);
    for (let rowid = 1; rowid <= 100; rowid += 1) waiting.put('before', `k${rowid}`, rowid, record);
    expect(waiting.rest('before', 'k')).toEqual([]);
  });

  it('has room for 6 MiB, with 300 bytes for each row in addition to its name and its record', () => {
    const rest = (bytes: number) => {
      const waiting = new WaitingRows();
      waiting.put('before', 'k', 1, 'x'.repeat(bytes - 301));
      return waiting.rest('before', 'k').length;
    };
    expect([rest(6 * 1024 * 1024), rest(6 * 1024 * 1024 + 1)]).toEqual([1, 0]);
  });

  it('has room again when a row is taken', () => {
    const waiting = new WaitingRows(1000);
    for (let rowid = 1; rowid <= 100; rowid += 1) {
      waiting.put('before', 'k', rowid, record);
      expect(waiting.take('before', 'k')?.rowid).toBe(rowid);
    }
  });

  it('says so when a forgotten row is asked for', () => {
    const waiting = new WaitingRows(1000);
    for (let rowid = 1; rowid <= 100; rowid += 1) waiting.put('before', `k${rowid}`, rowid, record);
    expect(() => waiting.take('before', 'k1')).toThrow('too many rows');
  });

  it('forgets nobody for whom somebody waits', () => {
    const waiting = new WaitingRows(1000);
    waiting.put('after', 'k0', 1, record);
    expect(() => {
      for (let rowid = 1; rowid <= 100; rowid += 1) waiting.put('before', `k${rowid}`, rowid, record);
    }).toThrow('too many rows');
  });
});
