import { meaningfulTokens, nameOf } from '../../sql/tokens.ts';

/**
 * Why a statement may not run in a rehearsal: ATTACH and VACUUM INTO can write to any path of the machine, the
 * snapshot's included. In-memory and temporary databases are harmless.
 */
export function confine(sql: string): string | undefined {
  const tokens = meaningfulTokens(sql);
  const words = tokens.map((token) =>
    token.kind === 'word' ? sql.slice(token.start, token.end).toUpperCase() : '',
  );
  if (words[0] === 'VACUUM' && words.includes('INTO')) {
    return 'VACUUM INTO is refused in a rehearsal: it writes outside the copy';
  }
  if (words[0] !== 'ATTACH') return undefined;
  const file = tokens[words[1] === 'DATABASE' ? 2 : 1];
  const harmless = file?.kind === 'string' && ['', ':memory:'].includes(nameOf(sql, file));
  return harmless ? undefined : 'ATTACH is refused in a rehearsal: it opens a file outside the copy';
}
