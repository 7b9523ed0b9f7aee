import { expect, it } from '@jest/globals';
import { withoutFile } from '../../../src/plan/layout-kit/without-file.ts';

function told(gone: readonly string[], pending: readonly string[] = []): string[] {
  const known = (ids: readonly string[]) => ids.map((id) => ({ id }));
  const problems = withoutFile({ tool: 'tool', table: 'ran', gone: known(gone), pending: known(pending) });
  expect(problems.every(({ kind, refuses }) => kind === 'missing' && !refuses)).toBe(true);
  return problems.map(({ sentence }) => sentence);
}

it('is one notice on all rows without a file, and none where each has its own', () => {
  expect(told([])).toEqual([]);
  expect(told(['1_a.sql'])).toEqual([
    'ran records 1_a.sql, which is no file here; tool does not look for it',
  ]);
  expect(told(['1', '2', '3', '4', '5'])).toEqual([
    'ran records 1, 2, 3 and 2 more, which are no files here; tool does not look for them',
  ]);
});

it.each([
  ['the title', '0002_shot.sql', '0003_shot.sql'],
  ['the title', '2-Shot.sql', '0003_shot.sql'],
  ['the number', '0002_shot.sql', '2_photo.sql'],
])('says where a pending file has %s of one: %s and %s', (what, row, file) => {
  expect(told([row], ['0009_other.sql', file])).toEqual([
    expect.stringContaining(`${file}, which is pending, has ${what} of ${row}: was it renamed?`),
  ]);
});

it('takes other numbers and titles for other migrations', () => {
  for (const file of ['0003_photo.sql', 'shot.sql', '20_x.sql'])
    expect(told(['0002_shot.sql'], [file])).toEqual([expect.not.stringContaining('renamed')]);
});

it('goes by the content first, where the tool keeps it', () => {
  const pending = [
    { id: '2_title', hash: 'x' },
    { id: '9_other', hash: 'same' },
  ];
  const [problem] = withoutFile({
    ...{ tool: 'tool', table: 'ran', pending },
    gone: [{ id: '1_title', hash: 'same' }],
  });
  expect(problem?.sentence).toContain('9_other, which is pending, has the content of 1_title');
  expect(problem?.remedy).toContain('correct the name in ran');
});
