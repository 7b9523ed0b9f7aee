import type { Finding } from '../../facts/finding.ts';
import type { RuleText } from '../../facts/record.ts';
import { visible } from '../../text/visible.ts';

/** A name that a comment can hold without quotes. */
const PLAIN = /^[A-Za-z_]\w*$/;

/**
 * What would allow a finding, with the reason left to write: the comment in the migration, or where no line holds the
 * name, the entry of the config file. `undefined` where no reason excuses it, or it has no subject.
 */
export function allowance(finding: Finding, rules: readonly RuleText[]): string | undefined {
  const { rule, severity, table, columns = [], object, count, allowed } = finding;
  const parts = table === undefined ? [object] : [table, ...(columns.length === 1 ? columns : [])];
  const names = parts.filter((name) => name !== undefined);
  const isAllowable = rules.find(({ id }) => id === rule)?.allowable === true;
  if (!isAllowable || names.length === 0 || severity === 'notice' || allowed !== undefined) return undefined;
  if (names.some((name) => visible(name) !== name)) return configEntry(finding);
  const most = count === undefined ? '' : ` max=${count}`;
  return `-- preflight: allow ${rule} ${names.map(quoted).join('.')}${most}: REASON`;
}

/** In YAML, of which JSON is a part. */
function configEntry({ rule, table, columns = [], object, count }: Finding): string {
  const subject =
    table === undefined ? { object } : { table, ...(columns.length === 1 && { column: columns[0] }) };
  const entry = { rule, ...subject, ...(count !== undefined && { max: count }), reason: 'REASON' };
  return `allow:\n  - ${JSON.stringify(entry).replace(/[^ -~]/g, escapedUnit)}`;
}

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function quoted(name: string): string {
  return PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
