import type { Finding } from '../../facts/finding.ts';
import { counted } from '../../text/numbers.ts';
import { code, codeBlock, words } from '../escape.ts';
import { severityIcons } from '../icons.ts';
import { placeText } from '../numbers.ts';
import { sampleText } from '../samples.ts';
import { folded } from './parts.ts';

/** Why it was decided so: errors and warnings in the open, notices folded. `level` is that of the heading. */
export function findingList(findings: readonly Finding[], level: string): string[] {
  const open = findings.filter(({ severity }) => severity !== 'notice');
  const notices = findings.filter(({ severity }) => severity === 'notice');
  const why = open.length === 0 ? [] : [`${level} Why`, open.map(described).join('\n\n')];
  if (notices.length === 0) return why;
  const title = counted(notices.length, 'notice');
  return [...why, folded({ title, body: notices.map(described).join('\n\n') })];
}

function described({
  severity,
  rule,
  title,
  message,
  remedy,
  query,
  location,
  samples = [],
  allowed,
}: Finding): string {
  const where = location === undefined ? '' : `, ${code(placeText(location))}`;
  const advice = allowed === undefined ? words(remedy) : `Allowed: ${words(allowed)}`;
  const lines = [
    `- ${severityIcons[severity]} **${words(title)}** (${code(rule)}${where})<br>`,
    `  ${words(message)}<br>`,
    `  → ${advice}`,
  ];
  if (samples.length > 0) lines.push('', ...samples.map((row) => `  - ${code(sampleText(row))}`));
  if (query === undefined) return lines.join('\n');
  // Indented, the block belongs to the list item.
  const block = codeBlock(query, 'sql').replace(/^/gm, '  ');
  return `${lines.join('\n')}\n\n${block}`;
}
