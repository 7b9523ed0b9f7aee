import type { Random } from './random.ts';

const PLAIN = [
  'NULL',
  '0',
  '1',
  '-7',
  '300',
  '70000',
  '9007199254740992',
  '9007199254740993',
  '-9223372036854775808',
  '1.0',
  '0.0',
  '-0.0',
  '0.1',
  '501.0',
  '9e999',
  '-9e999',
  '1e300',
  "'1'",
  "'00501'",
  "'a'",
  "'A'",
  "'a '",
  "''",
  "'naïve €'",
  `'{"a":1}'`,
  `'{"a":'`,
  "'[1, 2]'",
  "CAST(x'ff' AS TEXT)",
  "CAST(x'fe' AS TEXT)",
  "CAST(x'6100' AS TEXT)",
  "x'61'",
  "x''",
  "x'ff'",
];

/** A SQL literal of any storage class; now and then one that needs overflow pages. */
export function randomValue(random: Random, pageSize: number): string {
  if (random.chance(0.75)) return random.pick(PLAIN);
  const length = 1 + random.below(random.chance(0.3) ? pageSize * 3 : 60);
  const tail = random.below(3);
  return random.chance(0.5)
    ? `printf('%.*c%d', ${length}, 'x', ${tail})`
    : `CAST(zeroblob(${length}) || x'0${tail}' AS BLOB)`;
}

/** DEFAULT clauses that ADD COLUMN takes. */
export const DEFAULTS = [
  '',
  'DEFAULT 1',
  "DEFAULT '1'",
  'DEFAULT 1.0',
  'DEFAULT -2',
  'DEFAULT abc',
  'DEFAULT ABC',
  "DEFAULT x'61'",
  "DEFAULT 'd'",
  'DEFAULT NULL',
  'DEFAULT true',
];

export const TYPES = [
  '',
  'TEXT',
  'INTEGER',
  'REAL',
  'BLOB',
  'NUMERIC',
  'VARCHAR(10)',
  'DOUBLE',
  'ANY',
  'REAL TEXT',
  'INT',
];
