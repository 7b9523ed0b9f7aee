import type { PreflightRecord } from '../../src/facts/record.ts';
import { renderMarkdown } from '../../src/report/formats/markdown/markdown.ts';
import { databaseFacts, databaseRecord, preflightRecord } from './record.ts';

type FactsChange = Parameters<typeof databaseFacts>[0];

/** A cleared run with other facts. */
export function recordOf(facts: FactsChange): PreflightRecord {
  return preflightRecord({ databases: [databaseRecord({ facts: databaseFacts(facts) })] });
}

/** Body of the folded section whose title begins with `title`, as the reader of report.md gets it. */
export function sectionOf(record: PreflightRecord, title: string): string | undefined {
  const parts = renderMarkdown(record).split('<details><summary><b>').slice(1);
  const part = parts.find((text) => text.startsWith(title));
  return part?.slice(part.indexOf('\n\n') + 2, part.indexOf('\n\n</details>'));
}
