import type { DatabaseFacts } from '../facts/database.ts';
import type { HealthFacts } from '../facts/health.ts';
import type { Plan } from '../facts/plan.ts';
import type { DatabaseRecord, PreflightRecord } from '../facts/record.ts';
import type { RehearsalFacts } from '../facts/rehearsal.ts';

/** report.json, in the shape of report.schema.json. What does not apply is left out. */
export function renderJson(record: PreflightRecord): string {
  const { verdict, generatedAt, tool, databases, findings } = record;
  const report = {
    schemaVersion: 1,
    verdict,
    generatedAt,
    tool,
    databases: databases.map(database),
    findings,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function database({ verdict, facts, risk, criteria, recommendation, nextSteps }: DatabaseRecord) {
  const { path, unusable, snapshot, plan, before, rehearsal, after, changes, incidents, timings } = facts;
  return {
    verdict,
    snapshot: snapshot ?? { path, ...(unusable && { unusable: unusable.reason }) },
    plan: plan && planOf(plan),
    before: before && healthOf(before),
    rehearsal: rehearsalOf(rehearsal),
    after: after && healthOf(after),
    changes,
    incidents: incidents.length > 0 ? incidents : undefined,
    migratedDatabase: baseName(facts),
    risk,
    criteria,
    recommendation,
    nextSteps,
    timings: roundedAll(timings),
  };
}

function planOf({ layout, profile, applied, pending }: Plan) {
  const { name, foreignKeys, transaction } = profile;
  return { layout, profile: name, foreignKeys, transaction, applied, pending };
}

function healthOf({ integrity, tables, orphans, mismatches, required, header, degraded }: HealthFacts) {
  return {
    integrity: integrity.result,
    integrityMessages: integrity.messages.length > 0 ? integrity.messages : undefined,
    tables,
    orphans,
    mismatches: mismatches.length > 0 ? mismatches : undefined,
    required,
    header,
    degraded: degraded.length > 0 ? degraded : undefined,
  };
}

function rehearsalOf({ outcome, commits, leftOpen, steps, failure }: RehearsalFacts) {
  return {
    outcome,
    commits,
    leftOpen: leftOpen || undefined,
    steps: steps.map(({ names: _, ms, ...step }) => ({
      ...step,
      ...(ms !== undefined && { ms: rounded(ms) }),
    })),
    failure,
  };
}

/** The folder is the machine's business; the outputs give the whole path. */
function baseName({ migratedDatabase }: DatabaseFacts): string | undefined {
  return migratedDatabase?.split(/[\\/]/).at(-1);
}

function roundedAll(timings: object): Record<string, number> {
  return Object.fromEntries(Object.entries(timings).map(([name, ms]) => [name, rounded(ms as number)]));
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
