import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contradictions, difference, expectedFrom } from './expected.ts';
import type { MeasuredCase } from './measure-case.ts';

/** How a case stands to its two files. */
export interface Renewal {
  /** The difference to expected.json, and after `!` what contradicts truth.json. */
  lines: string[];
  differs: boolean;
  contradicts: boolean;
  written: boolean;
}

/** Compares a case with its files; with `update` writes expected.json anew, but never against truth.json. */
export function renew(measured: MeasuredCase, update: boolean): Renewal {
  const found = expectedFrom(measured.record);
  const differences = difference(measured.golden.expected, found);
  const against = contradictions(measured).map((line) => `! ${line}`);
  const [differs, contradicts] = [differences.length > 0, against.length > 0];
  const written = update && differs && !contradicts;
  if (written)
    writeFileSync(join(measured.golden.place, 'expected.json'), `${JSON.stringify(found, undefined, 2)}\n`);
  return { lines: [...differences, ...against], differs, contradicts, written };
}
