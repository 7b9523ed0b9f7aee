import { describe, expect, it } from '@jest/globals';
import { allowComment } from '../../../src/report/shared/allow-comment.ts';
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
    const comment = allowComment(one, [RULE]) ?? '';
    const { allow, mistakes } = readBack(comment);
    expect(mistakes).toEqual([]);
    expect(allow).toMatchObject([{ rule: 'rows-lost', max: 3, reason: 'REASON' }]);
    expect(JSON.stringify(allow)).toContain(JSON.stringify(column ?? table));
  });

  it('is not there where no reason excuses it, nothing has a name, or a name does not fit into a line', () => {
    expect(allowComment(finding({ table: 't' }), [{ ...RULE, allowable: false }])).toBeUndefined();
    const { table: _, ...nameless } = finding();
    expect(allowComment(nameless, [RULE])).toBeUndefined();
    expect(allowComment(finding({ table: 'a\nb' }), [RULE])).toBeUndefined();
    expect(allowComment(finding({ table: 't', severity: 'notice' }), [RULE])).toBeUndefined();
  });
});
