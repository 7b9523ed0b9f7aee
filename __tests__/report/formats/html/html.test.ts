import { describe, expect, it } from '@jest/globals';
import type { PreflightRecord } from '../../../../src/facts/record.ts';
import { renderHtml } from '../../../../src/report/formats/html/html.ts';
import { visible } from '../../../../src/text/visible.ts';
import {
  blockedRecord,
  databaseRecord,
  failedRecord,
  finding,
  preflightRecord,
} from '../../../support/record.ts';
import { HOSTILE, hostileRecord } from '../../hostile.ts';

/** The page without its style, its script and what they carry. */
const bodyOf = (page: string) => page.slice(page.indexOf('<body>')).replace(/<script.*?<\/script>/gs, '');

/** What a reader sees of it, entities resolved. */
function textOf(record: PreflightRecord): string {
  return bodyOf(renderHtml(record))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => CHARACTERS[name] ?? '');
}

const CHARACTERS: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

describe('the page', () => {
  it('is the same for the same record, and asks for nothing', () => {
    const page = renderHtml(blockedRecord());
    expect(renderHtml(blockedRecord())).toBe(page);
    expect(page).not.toMatch(/\s(src|href)="(?!#)/);
    expect(page).not.toMatch(/url\(|@import|https?:/);
    expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;/);
  });

  it('opens with the verdict and its consequence', () => {
    const [database] = blockedRecord().databases;
    expect(renderHtml(blockedRecord())).toContain(
      `<h1>❌ ${visible(database?.headline ?? '').replaceAll('"', '&quot;')}</h1>`,
    );
  });

  it.each([
    ['cleared', preflightRecord()],
    ['blocked', blockedRecord()],
    ['without a snapshot', failedRecord('snapshot')],
    ['without settings', failedRecord('settings')],
  ])('tells every finding and criterion of a run that is %s', (_, record) => {
    const text = textOf(record);
    for (const { message } of record.findings) expect(text).toContain(message);
    for (const { text: criterion } of record.databases.flatMap(({ criteria }) => criteria)) {
      expect(text).toContain(criterion);
    }
  });

  it('has no command that migrates where the run is blocked', () => {
    expect(textOf(preflightRecord())).toContain('sqlite3 -bail');
    expect(textOf(blockedRecord())).not.toMatch(/-bail|Back up/);
  });

  it('begins with a table of the databases where there are several', () => {
    const databases = [
      databaseRecord(),
      databaseRecord({ verdict: 'blocked', headline: 'Do not migrate: x' }),
    ];
    const page = renderHtml(preflightRecord({ verdict: 'blocked', databases }));
    expect(page).toContain('<h2>2 databases</h2>');
    expect(page).toContain('<td>Do not migrate: x</td>');
  });

  it('holds ten thousand findings, thirty of them at first, in less than 10 MB', () => {
    const findings = Array.from({ length: 10_000 }, (_, at) =>
      finding({ table: `t${at}`, message: `t${at} is gone.` }),
    );
    const page = renderHtml(preflightRecord({ findings }));
    expect(page.length).toBeLessThan(10_000_000);
    expect(bodyOf(page).match(/<li class="finding/g)).toHaveLength(30);
    expect(page).toContain('t9999 is gone.');
  });
});

it.each(HOSTILE)('shows %j as text', (name) => {
  const page = renderHtml(hostileRecord(name));
  const plain = renderHtml(hostileRecord('plain'));
  const tags = (text: string) => new Set(bodyOf(text).match(/<\/?[a-z0-9]+/gi));
  expect([...tags(page)].filter((tag) => !tags(plain).has(tag))).toEqual([]);
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(textOf(hostileRecord(name))).toContain(visible(name));
});
