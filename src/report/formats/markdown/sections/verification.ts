import { type DatabaseFacts, isHealthCheck } from '../../../../facts/database.ts';
import { codeBlock } from '../../../shared/escape.ts';
import { verificationQueries } from '../../../shared/verification-queries.ts';
import { paragraphs, type Section } from '../parts.ts';

/** The same checks by hand, with the results of the rehearsal. */
export function verification(facts: DatabaseFacts): Section | undefined {
  const queries = verificationQueries(facts);
  if (queries.length === 0) return undefined;
  const isWhole = queries.every((query) => query.includes('; -- '));
  const silence = isWhole ? '' : '; after what has more to say than a line, or could not be checked, nothing';
  const note = `After each stands what was measured ${isHealthCheck(facts) ? 'here' : 'after the rehearsal'}${silence}.`;
  return { title: 'Verification by hand', body: paragraphs(codeBlock(queries.join('\n'), 'sql'), note) };
}
