import { Unproven } from './unproven.ts';

/** Where the last varint ended; a second result without an object for each call. */
export const varint = { end: 0 };

/**
 * The varint at `at` (sqlite.org/fileformat2.html, section 1.6). Leaves the place behind it in `varint.end`. Throws
 * above 2^53: such a number is a rowid that a JavaScript number cannot hold, a negative rowid, or damage.
 */
export function readVarint(bytes: Uint8Array, at: number): number {
  let byte = bytes[at] as number;
  if (byte < 0x80) {
    varint.end = at + 1;
    return byte;
  }
  let value = 0;
  let place = at;
  while (byte >= 0x80) {
    value = (value + (byte & 0x7f)) * 128;
    place += 1;
    if (place - at === 8) throw new Unproven('varint of nine bytes');
    byte = bytes[place] as number;
  }
  varint.end = place + 1;
  value += byte;
  if (!(value <= Number.MAX_SAFE_INTEGER)) throw new Unproven('varint beyond 2^53');
  return value;
}

/** The place behind the varint at `at`, whatever its value. */
export function skipVarint(bytes: Uint8Array, at: number): number {
  let place = at;
  while ((bytes[place] as number) >= 0x80 && place - at < 8) place += 1;
  return place + 1;
}
