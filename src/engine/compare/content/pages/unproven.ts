/**
 * Thrown where pages or records cannot prove what happened to a table: damage, or a case that is left to SQL.
 * Never leaves the comparison; the table is compared by strict SQL then.
 */
export class Unproven extends Error {
  override readonly name = 'Unproven';
}

/** By name: `instanceof` fails across realms. */
export function isUnproven(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === 'Unproven';
}
