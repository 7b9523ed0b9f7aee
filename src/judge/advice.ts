import { type DatabaseFacts, isHealthCheck } from '../facts/database.ts';
import type { Finding, Verdict } from '../facts/finding.ts';
import { counted } from '../text/numbers.ts';
import { SCOPES } from '../text/scopes.ts';
import { changedNothing } from './kit/command-commits.ts';
import { nothingWillRun } from './kit/failures/plan-problems.ts';

export interface Advice {
  recommendation: string;
  /** In the order in which to do them. */
  nextSteps: string[];
}

/** What to do now, from the verdict and the findings that led to it. */
export function adviceOf(facts: DatabaseFacts, verdict: Verdict, findings: readonly Finding[]): Advice {
  if (verdict === 'failed')
    return {
      recommendation: 'Nothing was proven: do not migrate on the strength of this run.',
      nextSteps: fixes(findings),
    };
  if (isHealthCheck(facts)) return healthAdvice(verdict, findings);
  const passedOver = nothingWillRun(facts.plan);
  if (passedOver !== undefined)
    return { recommendation: passedOver, nextSteps: [...fixes(findings), 'Rehearse again.'] };
  const idle = idleness(facts);
  if (idle !== undefined) {
    const { recommendation, nextSteps } = healthAdvice(verdict, findings);
    return { recommendation: `${idle} ${recommendation}`, nextSteps };
  }
  if (verdict === 'blocked') {
    return { recommendation: 'Do not migrate.', nextSteps: [...fixes(findings), 'Rehearse again.'] };
  }
  const steps = [
    `Back up the database, its WAL included: sqlite3 DATABASE ".backup 'backup.db'"`,
    `Migrate as rehearsed: ${manner(facts)}.`,
    'Verify: the report has the queries, with the results to expect.',
  ];
  if (verdict === 'warned') {
    return {
      recommendation: 'Migrate only when each warning below is meant.',
      nextSteps: [...fixes(findings), ...steps],
    };
  }
  return { recommendation: 'Proceed with the migration.', nextSteps: steps };
}

/** Why there was nothing to migrate. */
function idleness(facts: DatabaseFacts): string | undefined {
  if (facts.plan?.pending.length === 0) return 'Every migration is applied already.';
  const isIdle = facts.rehearsal.outcome === 'done' && facts.command?.copy !== 'untouched';
  return isIdle && changedNothing(facts) ? 'The command changed nothing.' : undefined;
}

function manner({ plan }: DatabaseFacts): string {
  if (plan === undefined) return 'with the same command';
  const { name, transaction, foreignKeys } = plan.profile;
  return `profile ${name}, ${SCOPES[transaction]}, foreign keys ${foreignKeys ? 'on' : 'off'}`;
}

function healthAdvice(verdict: Verdict, findings: readonly Finding[]): Advice {
  if (verdict === 'cleared') return { recommendation: 'The database is healthy.', nextSteps: [] };
  return { recommendation: 'Fix the database before it is migrated.', nextSteps: fixes(findings) };
}

const MOST_PLACES = 3;

/** One step per remedy, the most severe first, with the places it is for. */
function fixes(findings: readonly Finding[]): string[] {
  const open = findings.filter(({ severity }) => severity !== 'notice');
  const places = new Map<string, string[]>();
  for (const { remedy, location } of open) {
    const known = places.get(remedy) ?? [];
    const place =
      location && (location.line === undefined ? location.file : `${location.file}:${location.line}`);
    if (place !== undefined && !known.includes(place)) known.push(place);
    places.set(remedy, known);
  }
  return [...places].map(([remedy, at]) => {
    const others = at.length > MOST_PLACES ? ` and ${counted(at.length - MOST_PLACES, 'more place')}` : '';
    return at.length === 0 ? remedy : `${at.slice(0, MOST_PLACES).join(', ')}${others}: ${remedy}`;
  });
}
