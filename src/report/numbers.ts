import type { Location } from '../facts/finding.ts';

/** `1,234`. */
export function whole(number: number): string {
  return number.toLocaleString('en-US');
}

/** Bytes in the unit that reads best: `45.1 kB`. */
export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${units[power]}`;
}

/** Milliseconds in the unit that reads best: `0.4 ms`, `12.3 s`. */
export function duration(ms: number): string {
  return ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** `1 row`, `3 rows`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${whole(number)} ${number === 1 ? one : many}`;
}

/** `file.sql:12`. */
export function placeText({ file, line }: Location): string {
  return line === undefined ? file : `${file}:${line}`;
}
