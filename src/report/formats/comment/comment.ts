import { createHash } from 'node:crypto';
import type { PreflightRecord } from '../../../facts/record.ts';
import { counted } from '../../../text/numbers.ts';
import { code, words } from '../../shared/escape.ts';
import { icons } from '../../shared/icons.ts';
import { DETAILS, renderMarkdown } from '../markdown/markdown.ts';
import { tally } from '../markdown/tally.ts';

/** GitHub refuses a longer one (422); the marker has to fit too. */
const LIMIT = 65_000;

/** What an earlier comment of the same key says of itself. */
export interface Former {
  digest: string;
  verdict: string;
  /** Short name of the commit. */
  commit: string;
}

/** The comment on a pull request: the first screen of the report, with what it was before where that is another verdict. */
export function renderComment(
  record: PreflightRecord,
  { key, commit, former }: { key: string; commit: string; former?: Former },
): string {
  const changed =
    former === undefined || former.verdict === record.verdict
      ? ''
      : `\n\nIt was ${code(former.verdict)} at ${code(former.commit)}.`;
  const body = `${shortEnough(record)}${changed}\n\n<sub>At ${code(commit)}.</sub>`;
  return `${markerOf({ digest: digestOf(record), verdict: record.verdict, commit }, key)}\n${body}\n`;
}

/** What is left of a comment whose problem is gone. */
export function renderNeutral(
  record: PreflightRecord,
  { key, commit, former }: { key: string; commit: string; former: Former },
): string {
  const marker = markerOf({ digest: digestOf(record), verdict: record.verdict, commit }, key);
  const text = `${icons[record.verdict]} Migration preflight: ${record.verdict} at ${code(commit)}; it was ${code(former.verdict)} at ${code(former.commit)}.`;
  return `${marker}\n${text}\n`;
}

/** Of all that a reader would call another result: neither times nor versions are in it. */
export function digestOf({ verdict, databases, findings }: PreflightRecord): string {
  const parts = [
    verdict,
    databases.map(({ headline, facts }) => [facts.path, headline]),
    findings.map(({ rule, severity, message, database, location, allowed }) => [
      ...[rule, severity, message, database, location?.file, location?.line, allowed],
    ]),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** Hidden in the comment: a reader does not see it, and no text of a database can hold it, since `<` is escaped. */
function markerOf({ digest, verdict, commit }: Former, key: string): string {
  return `<!-- sqlite-preflight ${keyText(key)} ${digest} ${verdict} ${commit} -->`;
}

/** The marker that a comment begins with, if it is one of `key`. */
export function formerOf(comment: string, key: string): Former | undefined {
  const [, own, digest = '', verdict = '', commit = ''] =
    /^<!-- sqlite-preflight ([0-9a-f]+) ([0-9a-f]+) ([a-z]+) ([0-9a-f]*) -->/.exec(comment) ?? [];
  return own === keyText(key) ? { digest, verdict, commit } : undefined;
}

/** A key is whatever the user wrote: as digits it cannot end the marker. */
function keyText(key: string): string {
  return Buffer.from(key).toString('hex') || '00';
}

function shortEnough(record: PreflightRecord): string {
  for (const detail of DETAILS.slice(DETAILS.indexOf('decision'))) {
    const text = renderMarkdown(record, detail);
    if (Buffer.byteLength(text) <= LIMIT) return text.trimEnd();
  }
  const { verdict, databases, findings } = record;
  return `# ${icons[verdict]} Migration preflight: ${words(verdict)}\n\n${counted(databases.length, 'database')}; ${tally(findings)}`;
}
