import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedPart } from './part.ts';

/** docs/decisions/README.md: the table of all decisions, from the pages themselves. */
const folder = join(import.meta.dirname, '../../docs/decisions');

export interface DecisionPage {
  /** Name of the file, such as `0001-slug.md`. */
  file: string;
  text: string;
}

export interface Decision {
  file: string;
  number: string;
  title: string;
  /** ISO date, or empty where the page has none. */
  date: string;
  /** `accepted`, or `superseded by` a link to another page; empty where the page has none. */
  status: string;
}

const INTRODUCTION = `# Decisions

<!-- \`npm run generate\` writes this page. -->

Each page is one decision about the architecture: its context, what was decided, and the consequences. A decision that no longer holds is not deleted: its status becomes \`superseded by\` with a link to the new page.

To add one, copy the headings of an existing page under the next free number, then run \`npm run generate\`. The date is the day on which the decision was written down.
`;

/** The pages of the folder, in the order of their numbers. */
export function decisionPages(): DecisionPage[] {
  const files = readdirSync(folder).filter((file) => /^\d{4}-.*\.md$/.test(file));
  return files.toSorted().map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

/** What the head of a page says. */
export function readDecision({ file, text }: DecisionPage): Decision {
  const [, number = '', title = ''] = /^# (\d{4})\. (.+)$/m.exec(text) ?? [];
  const [, date = ''] = /^- Date: (\d{4}-\d{2}-\d{2})$/m.exec(text) ?? [];
  const [, status = ''] = /^- Status: (accepted|superseded by \[\d{4}\]\([^)]+\))$/m.exec(text) ?? [];
  return { file, number, title, date, status };
}

/** The text of the index page. Pure: the same pages give the same text. */
export function decisionsIndex(pages: readonly DecisionPage[]): string {
  const rows = pages
    .map(readDecision)
    .map(
      ({ file, number, title, date, status }) => `| ${number} | [${title}](${file}) | ${date} | ${status} |`,
    );
  const table = ['| | decision | date | status |', '|---|---|---|---|', ...rows].join('\n');
  return `${INTRODUCTION}\n${table}\n`;
}

export const decisionIndex: GeneratedPart = {
  file: 'docs/decisions/README.md',
  make: () => decisionsIndex(decisionPages()),
};
