import type { DatabaseFacts } from '../facts/database.ts';
import type { Finding, Severity } from '../facts/finding.ts';
import type { DatabaseRecord, PreflightRecord, RuleText, Tool } from '../facts/record.ts';
import type { Settings } from '../facts/settings.ts';
import { adviceOf } from './advice.ts';
import { applyAllowances } from './allow.ts';
import { criteriaOf } from './criteria.ts';
import { headlineOf } from './headline.ts';
import { declarationsFor } from './kit/pending.ts';
import { riskOf } from './risk.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { exitCodeOf, verdictOf } from './verdict.ts';

const ORDER: Severity[] = ['error', 'warning', 'notice'];

/** Turns facts into findings, and findings into verdict, exit code and advice. Same facts, same record. */
export function judge(
  databases: readonly DatabaseFacts[],
  settings: Settings,
  context: { now: Date; tool: Tool },
): PreflightRecord {
  const raised = databases.flatMap((facts) => findingsOf(facts, settings));
  const findings = applyAllowances(raised, settings.allow, databases, context.now).toSorted(bySeverity);
  const own = Map.groupBy(findings, ({ database }) => database);
  return {
    verdict: verdictOf(findings),
    exitCode: exitCodeOf(findings, settings.failOn),
    generatedAt: context.now.toISOString(),
    tool: context.tool,
    samples: settings.samples,
    ...(settings.configFile !== undefined && { configFile: settings.configFile }),
    ...declaredOf(databases, settings),
    databases: databases.map((facts) => databaseRecord(facts, settings, own.get(facts.path) ?? [])),
    findings,
    rules: textsOf(findings),
    excerpts: [],
  };
}

function textsOf(findings: readonly Finding[]): RuleText[] {
  const raised = new Set(findings.map(({ rule }) => rule));
  return rules
    .filter(({ id }) => raised.has(id))
    .map(({ id, title, why, remedy, allowable }) => ({ id, title, why, remedy, allowable }))
    .toSorted((left, right) => compareText(left.id, right.id));
}

function declaredOf(
  databases: readonly DatabaseFacts[],
  settings: Settings,
): Pick<PreflightRecord, 'declared'> {
  const items = declarationsFor(databases, settings);
  return items.length === 0 ? {} : { declared: { ...settings.declared, items } };
}

function databaseRecord(
  facts: DatabaseFacts,
  settings: Settings,
  findings: readonly Finding[],
): DatabaseRecord {
  const verdict = verdictOf(findings);
  return {
    verdict,
    facts,
    risk: riskOf(facts, findings),
    criteria: criteriaOf(facts, settings, findings),
    headline: headlineOf(facts, verdict, findings),
    ...adviceOf(facts, verdict, findings),
  };
}

function findingsOf(facts: DatabaseFacts, settings: Settings): Finding[] {
  return rules.flatMap((rule) =>
    rule.check(facts, settings).map((finding) => completed(rule, finding, facts.path)),
  );
}

function completed(rule: Rule, finding: ReturnType<Rule['check']>[number], database: string): Finding {
  const { id, severity, kind, about, title, remedy } = rule;
  return { rule: id, severity, kind, about, title, remedy, ...finding, database };
}

/** Most severe first; within a severity what made the run itself fail, then the failure that explains the others. */
function bySeverity(left: Finding, right: Finding): number {
  const rank = ({ severity, kind, about }: Finding) =>
    ORDER.indexOf(severity) * 3 + (kind !== 'problem' ? 0 : about === 'failure' ? 1 : 2);
  return rank(left) - rank(right) || compareText(subject(left), subject(right));
}

function subject({ rule, database, table = '', object = '', columns = [], location }: Finding): string {
  return [rule, database, table, object, ...columns, location?.file, location?.line].join('\0');
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
