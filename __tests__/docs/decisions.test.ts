import { describe, expect, it } from '@jest/globals';
import { decisionPages, decisionsIndex, readDecision } from '../../scripts/generate/decisions-index.ts';

const pages = decisionPages();

describe('the decisions', () => {
  it('are numbered without a gap', () => {
    const numbers = pages.map(({ file }) => file.slice(0, 4));
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).toEqual(numbers.map((_, at) => String(at + 1).padStart(4, '0')));
  });

  it.each(pages)('$file has a number, title, date, status and the three sections', (page) => {
    const { file, number, title, date, status } = readDecision(page);
    expect(file).toMatch(new RegExp(`^${number}-[a-z0-9]+(-[a-z0-9]+)*\\.md$`));
    expect([title, date, status]).not.toContain('');
    const headings = [...page.text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['Context', 'Decision', 'Consequences']);
  });

  it('are dated in the order of their numbers', () => {
    const dates = pages.map((page) => readDecision(page).date);
    expect(dates).toEqual(dates.toSorted());
  });
});

describe('the index of decisions', () => {
  it('has a line for each page, with a link', () => {
    const text = '# 0007. Keep it short\n\n- Date: 2026-01-02\n- Status: accepted\n\n## Context\n';
    const index = decisionsIndex([{ file: '0007-keep-it-short.md', text }]);
    expect(index.split('\n').at(-2)).toBe(
      '| 0007 | [Keep it short](0007-keep-it-short.md) | 2026-01-02 | accepted |',
    );
  });

  it('shows which decision took the place of another', () => {
    const status = 'superseded by [0009](0009-new.md)';
    const text = `# 0008. Old\n\n- Date: 2026-01-02\n- Status: ${status}\n`;
    expect(decisionsIndex([{ file: '0008-old.md', text }])).toContain(`| ${status} |`);
  });
});
