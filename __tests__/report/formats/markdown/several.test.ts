import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../../../src/facts/finding.ts';
import { renderMarkdown } from '../../../../src/report/formats/markdown/markdown.ts';
import { renderSummary } from '../../../../src/report/formats/summary/summary.ts';
import { databaseFacts, databaseRecord, finding, preflightRecord } from '../../../support/record.ts';
import { active, expectNoLink } from '../../active.ts';
import { HOSTILE } from '../../hostile.ts';

function runOver(verdicts: readonly Verdict[], name = (at: number) => `tenant-${at}.db`) {
  const databases = verdicts.map((verdict, at) => {
    const recommendation = verdict === 'cleared' ? 'Proceed with the migration.' : 'Do not migrate.';
    return databaseRecord({ verdict, recommendation, facts: databaseFacts({ path: name(at) }) });
  });
  const findings = databases
    .filter(({ verdict }) => verdict !== 'cleared')
    .map(({ facts }) => finding({ database: facts.path }));
  const verdict = verdicts.includes('blocked') ? 'blocked' : 'cleared';
  return preflightRecord({ verdict, databases, findings });
}

describe('the report of several databases', () => {
  const text = renderMarkdown(runOver(['cleared', 'blocked', 'blocked']));

  it('names the config file once', () => {
    const record = { ...runOver(['cleared', 'blocked']), configFile: 'sub/preflight.yml' };
    for (const detail of ['full', 'counts'] as const) {
      const named = renderMarkdown(record, detail).split('**Config file:** `sub/preflight.yml`');
      expect(named).toHaveLength(2);
    }
  });

  it('begins with the verdicts counted, then tells each finding once', () => {
    expect(text.slice(0, text.indexOf('  → '))).toBe(`# ❌ Migration preflight: blocked, 3 databases

**2 blocked, 1 cleared.**

| verdict | databases | what to do |
| --- | ---: | --- |
| ❌ blocked | 2 | Do not migrate. |
| ✅ cleared | 1 | Proceed with the migration. |

## Why

- ❌ **Rows are lost** (\`rows-lost\`)<br>
  goals: 3 rows of 45 are gone.<br>
  in 2 databases: \`tenant-1.db\`, \`tenant-2.db\`<br>
`);
  });

  it('has a folded section for each that is not cleared, with its evidence, and a line for each other', () => {
    const titles = [...text.matchAll(/<summary><b>(.*?)<\/b>/g)].map(([, title]) => title);
    const own = titles.filter((title) => /tenant|other/.test(title ?? ''));
    expect(own).toEqual([
      '❌ tenant-1.db: blocked',
      '❌ tenant-2.db: blocked',
      '1 other database: 1 cleared',
    ]);
    expect(titles.filter((title) => title === 'Statement log')).toHaveLength(2);
    expect(text).toContain('| `tenant-0.db` | ✅ cleared | 45.1 kB | 1,124 | 4.1 ms |');
    expect(text.split('<details>').length).toBe(text.split('</details>').length);
  });

  it('stays readable with a thousand of them', () => {
    const verdicts = Array.from(
      { length: 1000 },
      (_, at) => (at % 4 === 0 ? 'blocked' : 'cleared') as Verdict,
    );
    const long = renderMarkdown(runOver(verdicts));
    expect(long.match(/<summary><b>❌ tenant/g)).toHaveLength(20);
    expect(long).toContain('980 other databases: 230 blocked, 750 cleared');
    expect(long).toContain('And 180 blocked, 750 cleared: report.json has them all.');
    expect(long.match(/Rows are lost/g)).toHaveLength(1);
    expect(Buffer.byteLength(renderSummary(runOver(verdicts)))).toBeLessThan(200_000);
  });

  it('leaves parts out in the same steps as that of one', () => {
    const run = runOver(['cleared', 'blocked']);
    expect(renderMarkdown(run, 'without-log')).not.toContain('Statement log');
    expect(renderMarkdown(run, 'decision')).not.toContain('## Databases');
    expect(renderMarkdown(run, 'counts')).not.toContain('Rows are lost');
    expect(renderMarkdown(run, 'counts')).toContain('1 error, 0 warnings, 0 notices.');
  });

  it.each(HOSTILE)('makes nothing of %j', (name) => {
    const hostile = renderMarkdown(runOver(['blocked', 'cleared', 'blocked'], (at) => `${name}${at}`));
    expectNoLink(hostile);
    expect(active(hostile)).not.toMatch(/[<`[\]~$]/);
  });
});
