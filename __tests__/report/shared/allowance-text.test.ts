import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { allowance } from '../../../src/report/shared/allowance-text.ts';
import { allowancesInSql } from '../../../src/settings/checks/sql-allowances.ts';
import { finding } from '../../support/record.ts';

const RULE = { id: 'rows-lost', title: '', why: '', remedy: '', allowable: true };

/** What the program reads out of the comment that it gave. */
function readBack(comment: string) {
  return allowancesInSql([{ id: '1', file: '1.sql', sql: `${comment}\nSELECT 1;` } as never], ['rows-lost']);
}

describe('the comment that would allow a finding', () => {
  it.each([
    ['goals', undefined],
    ['my goals', undefined],
    ['a"b', 'c.d'],
    ["it's", 'ü'],
    ['max=3', 'x:y'],
  ])('is one that the program reads as meant: %s %s', (table, column) => {
    const one = finding({ table, count: 3, ...(column !== undefined && { columns: [column] }) });
    const comment = allowance(one, [RULE]) ?? '';
    const { allow, mistakes } = readBack(comment);
    expect(mistakes).toEqual([]);
    expect(allow).toMatchObject([{ rule: 'rows-lost', max: 3, reason: 'REASON' }]);
    expect(JSON.stringify(allow)).toContain(JSON.stringify(column ?? table));
  });

  it('is an entry of the config where no line holds the name', () => {
    const entry = allowance(finding({ table: 'a\nb', count: 3 }), [RULE]) ?? '';
    expect(parse(entry)).toEqual({
      allow: [{ rule: 'rows-lost', table: 'a\nb', max: 3, reason: 'REASON' }],
    });
  });

  it('is not there where no reason excuses it, or nothing has a name', () => {
    expect(allowance(finding({ table: 't' }), [{ ...RULE, allowable: false }])).toBeUndefined();
    const { table: _, ...nameless } = finding();
    expect(allowance(nameless, [RULE])).toBeUndefined();
    expect(allowance(finding({ table: 't', severity: 'notice' }), [RULE])).toBeUndefined();
  });
});
