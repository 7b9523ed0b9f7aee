import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { PreflightRecord } from '../../../../src/facts/record.ts';
import { renderHtml } from '../../../../src/report/formats/html/html.ts';
import {
  blockedRecord,
  changes,
  databaseFacts,
  databaseRecord,
  failedRecord,
  finding,
  preflightRecord,
} from '../../../support/record.ts';
import { scratchFolder } from '../../../support/scratch.ts';
import { HOSTILE, hostileRecord } from '../../hostile.ts';

/** Debian's. */
const CHROMIUM = '/usr/bin/chromium';
const isThere = existsSync(CHROMIUM);
const inBrowser = isThere ? describe : describe.skip;
const reason = isThere ? '' : ` (skipped: there is no ${CHROMIUM})`;

const AXE = join(import.meta.dirname, '../../../../node_modules/axe-core/axe.min.js');

const forty = Array.from({ length: 40 }, (_, at) =>
  finding({
    rule: at % 2 === 0 ? 'rows-lost' : 'index-lost',
    severity: at % 3 === 0 ? 'error' : 'warning',
    table: `t${at}`,
    message: `t${at} is gone.`,
    location: { file: `m/${at % 4}.sql`, line: at + 1 },
  }),
);

function manyTables(count: number): PreflightRecord {
  const [first] = changes().tables;
  if (first === undefined) throw new Error('no table');
  const tables = Array.from({ length: count }, (_, at) => ({ ...first, table: `t${at}` }));
  const facts = databaseFacts({ changes: { ...changes(), tables } });
  return preflightRecord({ databases: [databaseRecord({ facts })] });
}

const RECORDS: Record<string, PreflightRecord> = {
  cleared: preflightRecord(),
  'blocked with 40 findings': preflightRecord({ ...blockedRecord(), findings: forty }),
  'twelve databases': preflightRecord({
    databases: Array.from({ length: 12 }, (_, at) =>
      databaseRecord({
        verdict: at === 3 ? 'blocked' : 'cleared',
        facts: databaseFacts({ path: `${at}.db` }),
      }),
    ),
  }),
  'five thousand tables': manyTables(5000),
  'hostile names': hostileRecord(HOSTILE[6] ?? ''),
  'a snapshot that cannot be used': failedRecord('snapshot'),
};

inBrowser(`report.html in a browser${reason}`, () => {
  const folder = scratchFolder();
  let browser: Browser;

  beforeAll(async () => {
    const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [...flags, '--disable-component-update'],
    });
  }, 60_000);

  afterAll(async () => await browser?.close());

  /** Opens the page of a record, and gives it with everything that it complained of or asked for. */
  async function opened(record: PreflightRecord, options: { width: number; scheme: 'light' | 'dark' }) {
    const file = join(folder, 'report.html');
    writeFileSync(file, renderHtml(record));
    const context = await browser.newContext({
      viewport: { width: options.width, height: 800 },
      colorScheme: options.scheme,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const address = pathToFileURL(file).href;
    page.on('request', (request) => {
      if (request.url() !== address) complaints.push(`asks for ${request.url()}`);
    });
    await page.goto(address);
    return { page, complaints };
  }

  const overflow = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  async function violations(page: Page): Promise<string[]> {
    // The page's own policy lets no script be added; a test may.
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setBypassCSP', { enabled: true });
    await page.reload();
    await page.addScriptTag({ path: AXE });
    const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
      'axe.run({ resultTypes: ["violations"] }).then((result) => result.violations)',
    );
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }

  it.each(Object.keys(RECORDS))(
    'is quiet, fits its window and has no barrier: %s',
    async (name) => {
      const record = RECORDS[name] as PreflightRecord;
      for (const width of [1280, 390]) {
        const { page, complaints } = await opened(record, {
          width,
          scheme: width === 390 ? 'dark' : 'light',
        });
        expect(await overflow(page)).toBe(0);
        expect(complaints).toEqual([]);
        expect(await violations(page)).toEqual([]);
        await page.context().close();
      }
    },
    120_000,
  );

  it('filters by severity, table and text, by keyboard', async () => {
    const { page } = await opened(RECORDS['blocked with 40 findings'] as PreflightRecord, {
      width: 1280,
      scheme: 'light',
    });
    const shown = () => page.locator('#finding-list > li').count();
    expect(await shown()).toBe(30);
    await page.locator('.more').first().press('Enter');
    expect(await shown()).toBe(40);
    await page.locator('[data-filter=severity]').selectOption('error');
    expect(await shown()).toBe(14);
    await page.locator('[data-filter=severity]').selectOption('');
    await page.locator('[data-filter=text]').focus();
    await page.keyboard.type('t39 is');
    expect(await shown()).toBe(1);
    expect(await page.locator('.found').textContent()).toBe('1 finding');
  }, 60_000);

  it('is ready within two seconds with five thousand tables, in less than 10 MB', async () => {
    const record = RECORDS['five thousand tables'] as PreflightRecord;
    expect(renderHtml(record).length).toBeLessThan(10_000_000);
    const { page } = await opened(record, { width: 1280, scheme: 'light' });
    const ready = await page.evaluate<number>(
      'performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd',
    );
    expect(ready).toBeLessThan(2000);
    await page.locator('.paged .more').first().click();
    expect(await page.locator('#tables-0 > li').count()).toBe(60);
  }, 60_000);

  it('opens every fold on paper', async () => {
    const { page } = await opened(RECORDS.cleared as PreflightRecord, { width: 1280, scheme: 'light' });
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    expect(await page.locator('details:not([open])').count()).toBe(0);
  }, 60_000);
});
