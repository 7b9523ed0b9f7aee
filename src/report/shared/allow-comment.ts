import type { Finding } from '../../facts/finding.ts';
import type { RuleText } from '../../facts/record.ts';
import { visible } from '../../text/visible.ts';

/** A name that a comment can hold without quotes. */
const PLAIN = /^[A-Za-z_]\w*$/;

/**
 * The comment in the migration that would allow a finding, with the reason left to write; undefined where no reason
 * excuses it, where it has no subject, or where its name does not fit into a line.
 */
export function allowComment(
  { rule, severity, table, columns = [], object, count, allowed }: Finding,
  rules: readonly RuleText[],
): string | undefined {
  const parts = table === undefined ? [object] : [table, ...(columns.length === 1 ? columns : [])];
  const names = parts.filter((name) => name !== undefined);
  const isAllowable = rules.find(({ id }) => id === rule)?.allowable === true;
  if (!isAllowable || names.length === 0 || severity === 'notice' || allowed !== undefined) return undefined;
  if (names.some((name) => visible(name) !== name)) return undefined;
  const most = count === undefined ? '' : ` max=${count}`;
  return `-- preflight: allow ${rule} ${names.map(quoted).join('.')}${most}: REASON`;
}

function quoted(name: string): string {
  return PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
