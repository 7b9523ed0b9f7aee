import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('crash-sticks');
const stop = { message: 'duplicate column name: a', file: 'm/1.sql', line: 1 };
const point = { file: 'm/1.sql', line: 3, title: 'Add', outcome: 'sticks' as const, stop };

it('mentions the first stop that needs a hand, and how many are of its kind', () => {
  const crash = { boundaries: 2, points: [point, { ...point, line: 4 }] };
  expect(findings.over({ scenarios: { crash, skipped: [] } })).toMatchObject([
    {
      severity: 'notice',
      count: 2,
      location: { file: 'm/1.sql', line: 3 },
      message: 'A stop after "Add": the next run fails: duplicate column name: a. The same kind at 1 more.',
    },
  ]);
});

it('says what is otherwise where the next run ends', () => {
  const { stop: _, ...ends } = point;
  const objects = [{ kind: 'index' as const, name: 'i', table: 't', change: 'added' as const }];
  const crash = { boundaries: 1, points: [{ ...ends, differences: { tables: [], objects } }] };
  const found = findings.over({ scenarios: { crash, skipped: [] } });
  expect(found[0]?.message).toBe('A stop after "Add": the next run ends with index i of t too many.');
});

it('says once, and with a remedy that helps, that the tool waits for a hand wherever it is stopped', () => {
  const message = 'Dirty database version 2. Fix and force version.';
  const dirty = { ...point, stop: { message, file: 'm/2.sql', kind: 'dirty' as const } };
  const crash = { boundaries: 3, points: [dirty, { ...dirty, line: 4 }, { ...point, line: 5 }] };
  const found = findings.over({ scenarios: { crash, skipped: [] } });
  expect(found).toMatchObject([
    {
      severity: 'notice',
      count: 2,
      message: "A stop leaves the tool's own mark, and it runs nothing more until somebody has cleared it.",
      remedy: expect.stringContaining("mark it with the tool's own command"),
    },
    { severity: 'notice', count: 1, location: { line: 5 } },
  ]);
  expect(found[0]).not.toHaveProperty('location');
});

it('ends a sentence once', () => {
  const stopped = { ...point, stop: { ...stop, message: 'There is no more of it.' } };
  const found = findings.over({ scenarios: { crash: { boundaries: 1, points: [stopped] }, skipped: [] } });
  expect(found[0]?.message).toMatch(/no more of it\.$/);
  expect(found[0]?.message).not.toContain('..');
});

it('is quiet where every stop is safe', () => {
  const crash = { boundaries: 1, points: [{ ...point, outcome: 'safe' as const }] };
  expect(findings.over({ scenarios: { crash, skipped: [] } })).toEqual([]);
  expect(findings.over({})).toEqual([]);
});
