import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { kinds } from '../../scripts/preview/kinds.ts';
import { writePreview } from '../../scripts/preview.ts';
import { formats } from '../../src/report/formats/index.ts';
import { scratchFolder } from '../support/scratch.ts';

/** `npm run preview` on the real formats: what the page promises is there. */
const shown = ['annotations.txt', 'log.txt', 'summary.md', 'terminal.txt'];
const expected = [...formats.map(({ file }) => file), ...shown];
const folder = scratchFolder();
let page = '';

beforeAll(async () => {
  page = await writePreview(folder);
}, 120_000);

describe('the preview', () => {
  it.each(kinds.map(({ name }) => name))('has every format of %s, none of them empty', (name) => {
    const texts = readdirSync(join(folder, name)).map(
      (file) => [file, readFileSync(join(folder, name, file), 'utf8').trim().length > 0] as const,
    );
    expect(Object.fromEntries(texts)).toEqual(Object.fromEntries(expected.map((file) => [file, true])));
  });

  it('has every verdict and outcome', () => {
    const reports = kinds.map(
      ({ name }) =>
        JSON.parse(readFileSync(join(folder, name, 'report.json'), 'utf8')) as {
          verdict: string;
          databases: { rehearsal: { outcome: string } }[];
        },
    );
    expect(new Set(reports.map(({ verdict }) => verdict))).toEqual(
      new Set(['cleared', 'warned', 'blocked', 'failed']),
    );
    const outcomes = reports.flatMap(({ databases }) => databases.map(({ rehearsal }) => rehearsal.outcome));
    expect(new Set(outcomes)).toEqual(
      new Set(['done', 'failed', 'refused', 'timeout', 'crashed', 'not-run']),
    );
  });

  it('links each file from its page, and nothing else', () => {
    const links = [...readFileSync(page, 'utf8').matchAll(/href="([^"]+)"/g)].map(([, link]) => link);
    const all = kinds.flatMap(({ name }) => expected.map((file) => `${name}/${file}`));
    expect(links.toSorted()).toEqual(all.toSorted());
  });

  it('shows values only where samples are asked for', () => {
    const log = (name: string) => readFileSync(join(folder, name, 'log.txt'), 'utf8');
    expect(log('samples')).toContain("title: 'note;'");
    expect(log('blocked-by-loss')).not.toContain("'note;'");
  });
});
