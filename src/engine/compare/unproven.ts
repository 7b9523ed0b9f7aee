/**
 * Thrown where pages or records cannot prove what happened to a table: damage, or a case that is left to SQL.
 * Never leaves the comparison; the table is compared by strict SQL then.
 */
export class Unproven extends Error {
  override readonly name = 'Unproven';
}

/** Whether `error` says that nothing was proven; a RangeError comes from a damaged page that points past its end. */
export function isUnproven(error: unknown): boolean {
  const name = (error as { name?: unknown } | null)?.name;
  return name === 'Unproven' || name === 'RangeError';
}
