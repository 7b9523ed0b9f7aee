import type { PreflightRecord } from '../../src/facts/record.ts';
import { failureOf } from '../../src/host/failure.ts';
import { renderAnnotations } from '../../src/report/formats/annotations/annotations.ts';
import { formats } from '../../src/report/formats/index.ts';
import { renderLog } from '../../src/report/formats/log/log.ts';
import { renderSummary } from '../../src/report/formats/summary/summary.ts';
import { recordText } from '../../src/report/formats/terminal/terminal-text.ts';

/** What the hosts show without writing a file, as the file that it is here. */
const SHOWN: Readonly<Record<string, (record: PreflightRecord) => string>> = {
  'summary.md': renderSummary,
  'annotations.txt': annotations,
  'log.txt': log,
  'terminal.txt': (record) => lines([...recordText(record).map(({ text }) => text), ...lastWord(record)]),
};

/** Every file that a kind gets: the reports first. */
export const files: readonly string[] = [...formats.map(({ file }) => file), ...Object.keys(SHOWN)];

/** The text of each file. */
export function textsOf(record: PreflightRecord): Map<string, string> {
  const reports = formats.map(({ file, render }) => [file, render(record)] as const);
  const shown = Object.entries(SHOWN).map(([file, render]) => [file, render(record)] as const);
  return new Map([...reports, ...shown]);
}

function annotations(record: PreflightRecord): string {
  const texts = renderAnnotations(record).map(({ severity, title, message, file, line }) => {
    const place = [file, line].filter((part) => part !== undefined).join(':');
    return lines([`${severity}: ${title}`, ...(place === '' ? [] : [place]), message]);
  });
  return texts.length === 0 ? 'No annotation.\n' : texts.join('\n');
}

/** Folded parts are indented. */
function log(record: PreflightRecord): string {
  const groups = renderLog(record);
  const folded = groups
    .slice(0, -1)
    .flatMap(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)]);
  return lines([...folded, ...(groups.at(-1)?.lines ?? []), ...lastWord(record)]);
}

function lastWord(record: PreflightRecord): string[] {
  const failure = failureOf(record);
  return failure === undefined ? [] : [failure];
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
