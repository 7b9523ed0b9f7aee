import type { Random } from './random.ts';

/** What a column holds; each kind has its declarations, its values, and a value that differs as little as can be. */
export type Kind = 'text' | 'folded' | 'broken' | 'integer' | 'large' | 'real' | 'mixed' | 'blob' | 'json';

interface KindOf {
  declared: readonly string[];
  /** Type in a STRICT table. */
  strict: string;
  /** An SQL literal; `n` makes it another one than for any other row. */
  value: (random: Random, n: number) => string;
  /** The same, altered. */
  altered: (n: number) => string;
}

export const KINDS: Record<Kind, KindOf> = {
  text: {
    declared: ['TEXT', 'VARCHAR(20)', 'TEXT COLLATE RTRIM'],
    strict: 'TEXT',
    value: (random, n) => random.pick([`'word ${n}'`, `'0050${n}'`, `'it''s ${n} 🙂'`, `'${n}e5'`]),
    altered: (n) => `'word  ${n}'`,
  },
  folded: {
    declared: ['TEXT COLLATE NOCASE'],
    strict: 'TEXT COLLATE NOCASE',
    value: (_, n) => `'Name ${n}'`,
    altered: (n) => `'name ${n}'`,
  },
  broken: {
    declared: ['TEXT', 'CLOB'],
    strict: 'TEXT',
    value: (_, n) => `CAST(x'${hex(n)}FF62' AS TEXT)`,
    altered: (n) => `CAST(x'${hex(n)}FE62' AS TEXT)`,
  },
  integer: {
    declared: ['INTEGER', 'INT', 'BIGINT'],
    strict: 'INTEGER',
    value: (random, n) => `${n * 10 + random.below(9)}`,
    altered: (n) => `${n * 10 + 9}`,
  },
  large: {
    declared: ['INTEGER', '', 'NUMERIC'],
    strict: 'INT',
    value: (_, n) => `${9_007_199_254_740_992n + BigInt(4 * n)}`,
    altered: (n) => `${9_007_199_254_740_993n + BigInt(4 * n)}`,
  },
  real: {
    declared: ['REAL', 'DOUBLE'],
    strict: 'REAL',
    value: (_, n) => `${n}.1`,
    altered: (n) => `${n}.1000000000000014`,
  },
  mixed: {
    declared: ['', 'BLOB'],
    strict: 'ANY',
    value: (_, n) => `${n}`,
    altered: (n) => `${n}.0`,
  },
  blob: {
    declared: ['BLOB', ''],
    strict: 'BLOB',
    value: (random, n) => (random.chance(0.3) ? `zeroblob(${5000 + n})` : `x'00${hex(n)}FF'`),
    altered: (n) => `x'01${hex(n)}FF'`,
  },
  json: {
    declared: ['TEXT', 'JSON TEXT'],
    strict: 'TEXT',
    value: (_, n) => `'{"n":${n},"list":[1,2]}'`,
    altered: (n) => `'{"n":${n},"list":[1,2}'`,
  },
};

function hex(n: number): string {
  return (0x20 + (n % 0x50)).toString(16).padStart(2, '0').toUpperCase();
}
