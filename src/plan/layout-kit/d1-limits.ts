import type { SqlLimits } from '../../facts/plan.ts';

/**
 * Measured with wrangler 4.164.0 on both sides of each limit; workerd sets them in util/sqlite.c++. The documentation
 * (developers.cloudflare.com/d1/platform/limits) says 32 arguments of a function, of which the engine takes 127; `length` is
 * by the documentation alone, because the local engine takes more.
 */
export const d1Limits: SqlLimits = {
  length: 2_000_000,
  sqlLength: 100_000,
  column: 100,
  exprDepth: 100,
  compoundSelect: 5,
  vdbeOp: 25_000,
  functionArg: 127,
  likePatternLength: 50,
  triggerDepth: 10,
};
