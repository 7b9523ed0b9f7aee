import { type DatabaseFacts, isHealthCheck } from '../facts/database.ts';
import type { Finding, Verdict } from '../facts/finding.ts';
import { counted } from '../text/numbers.ts';

/** Of a finding's message in the headline. */
const LONGEST = 160;

/** The verdict as a sentence with its consequence, without a full stop: `Do not migrate: posts: 2,000 rows of 2,000 are gone`. */
export function headlineOf(facts: DatabaseFacts, verdict: Verdict, findings: readonly Finding[]): string {
  const severe = findings.filter(({ severity }) => severity === 'error');
  const told = severe.length > 0 ? severe : findings.filter(({ severity }) => severity === 'warning');
  const [first, ...others] = told;
  if (first === undefined) return calm(facts);
  const more = others.length === 0 ? '' : ` (and ${counted(others.length, `more ${first.severity}`)})`;
  return `${ADVICE[isHealthCheck(facts) ? 'healthCheck' : 'migration'][verdict]}: ${firstSentence(first.message)}${more}`;
}

const ADVICE = {
  migration: {
    cleared: 'Migrate',
    warned: 'Migrate only if this is meant',
    blocked: 'Do not migrate',
    failed: 'Nothing is proven',
  },
  healthCheck: {
    cleared: 'Healthy',
    warned: 'Look at this before the next migration',
    blocked: 'Not healthy',
    failed: 'Nothing is proven',
  },
} as const;

function calm(facts: DatabaseFacts): string {
  if (isHealthCheck(facts)) return 'Healthy: nothing was found';
  if (facts.plan?.pending.length === 0) return 'Nothing to migrate: every migration is applied already';
  return 'Safe to migrate as rehearsed: nothing is lost that was not allowed';
}

/** Without its full stop. What a name holds does not matter: it is cut, not understood. */
function firstSentence(message: string): string {
  const end = message.search(/[.] |[.]$/);
  const sentence = end === -1 ? message : message.slice(0, end);
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST - 1)}…`;
}
