import { expect, it } from '@jest/globals';
import { renderLog } from '../../../src/report/formats/log/log.ts';
import { renderMarkdown } from '../../../src/report/formats/markdown/markdown.ts';
import { recordText } from '../../../src/report/formats/terminal/terminal-text.ts';
import { sampleText } from '../../../src/report/shared/sample-lines.ts';
import { databaseRecord, finding, preflightRecord } from '../../support/record.ts';

const key = [{ column: 'id', value: '7' }];

it('a sample row is one line: its key, and what it holds or held', () => {
  expect(sampleText({ key })).toBe('id = 7');
  expect(sampleText({ key: [...key, { column: 'org', value: "'a'" }] })).toBe("id = 7, org = 'a'");
  const values = [
    { column: 'name', before: "'Ada'", after: 'NULL' },
    { column: 'age', before: '3' },
    { column: 'city', after: "'B'" },
  ];
  expect(sampleText({ key, values })).toBe("id = 7 (name: 'Ada' → NULL; age: 3; city: 'B')");
  expect(sampleText({ key: [], values })).toBe("name: 'Ada' → NULL; age: 3; city: 'B'");
});

it('stands below its finding in the report, the log and the terminal, and the report says what is shown', () => {
  const lost = finding({ samples: [{ key }, { key: [{ column: 'id', value: "'\u001b[31m<b>'" }] }] });
  const databases = [databaseRecord({ verdict: 'blocked' })];
  const record = preflightRecord({ verdict: 'blocked', samples: 'keys', databases, findings: [lost] });
  const markdown = renderMarkdown(record);
  expect(markdown).toContain("  → Keep the rows.\n\n  - `id = 7`\n  - `id = '\\u{1b}[31m<b>'`\n");
  expect(markdown).toContain('of rows, keys are shown (samples: keys)');
  expect(renderMarkdown({ ...record, samples: 'values' })).toContain('values of rows are shown');
  expect(renderLog(record).at(-1)?.lines.slice(-2)).toEqual(['   · id = 7', "   · id = '\\u{1b}[31m<b>'"]);
  expect(recordText(record).map(({ text }) => text)).toContain('  · id = 7');
});
