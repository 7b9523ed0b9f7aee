import type { SqlValue } from '../sqlite/driver.ts';

/** Digits of a real that do not depend on the order in which a sum is added. */
const DIGITS = 12;

/** A number of 53 bits for the values of a row: equal rows, by storage class and bytes, have equal ones. */
export function rowHash(row: readonly SqlValue[], { rounded }: { rounded: boolean }): number {
  return hashOf(row.map((value) => spelt(value, rounded)).join('\0'));
}

/** The value with its storage class. */
function spelt(value: SqlValue, rounded: boolean): string {
  if (value === null) return 'n';
  switch (typeof value) {
    case 'bigint':
      return `i${value}`;
    case 'number':
      return `r${rounded ? value.toPrecision(DIGITS) : value}`;
    case 'string':
      return `t${value.length} ${value}`;
    default:
      return `b${Buffer.from(value).toString('latin1')}`;
  }
}

/** Two FNV-1a hashes of 32 bits with different starts, 53 bits of them. */
function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + at), 0x85ebca6b);
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
