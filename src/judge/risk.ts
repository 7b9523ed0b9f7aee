import type { DatabaseFacts } from '../facts/database.ts';
import type { Finding } from '../facts/finding.ts';
import type { Risk } from '../facts/record.ts';
import { counted, whole } from '../text/numbers.ts';
import { executedSteps, wasRehearsed } from './view.ts';

type Level = Risk['level'];

interface Reason {
  level: Level;
  text: string;
}

/** The risk of migrating: the highest level among reasons that are each a measured fact (docs/risk.md). */
export function riskOf(facts: DatabaseFacts, findings: readonly Finding[]): Risk {
  if (facts.plan === undefined || facts.before === undefined)
    return { level: 'unknown', reasons: ['Nothing was rehearsed.'] };
  if (!wasRehearsed(facts)) return { level: 'high', reasons: [unfinished(facts)] };
  const reasons = [
    ...losses(findings),
    additive(facts),
    atomicity(facts),
    longest(facts),
    health(facts),
    size(facts),
  ];
  const order: Level[] = ['low', 'medium', 'high'];
  const level = order[Math.max(...reasons.map((reason) => order.indexOf(reason.level)))] ?? 'unknown';
  return { level, reasons: reasons.map(({ text }) => text) };
}

function unfinished({ rehearsal }: DatabaseFacts): string {
  const done = rehearsal.steps.filter(({ status }) => status === 'done').length;
  return `The rehearsal did not run to its end: ${done} of ${counted(rehearsal.steps.length, 'statement')} ran.`;
}

function losses(findings: readonly Finding[]): Reason[] {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (errors > 0) return [{ level: 'high', text: `${counted(errors, 'finding')} of severity error.` }];
  return warnings > 0
    ? [{ level: 'medium', text: `${counted(warnings, 'finding')} of severity warning.` }]
    : [];
}

function additive({ changes }: DatabaseFacts): Reason {
  const tables = changes?.tables ?? [];
  const removed = tables.reduce((sum, table) => sum + table.removed, 0);
  const rewritten = tables
    .flatMap(({ columns }) => columns)
    .reduce((sum, c) => sum + c.changed + c.cleared + c.retyped, 0);
  const gone = changes?.objects.filter(({ change }) => change === 'removed').length ?? 0;
  if (removed + rewritten + gone === 0) {
    return { level: 'low', text: 'Additive: no row, value or object that was there is removed or changed.' };
  }
  const parts = [
    `${counted(removed, 'row')} removed`,
    `${counted(rewritten, 'value')} changed`,
    `${counted(gone, 'object')} removed`,
  ];
  return { level: 'medium', text: `Not additive: ${parts.join(', ')}.` };
}

function atomicity(facts: DatabaseFacts): Reason {
  const { commits } = facts.rehearsal;
  const files = new Set(executedSteps(facts).map(({ file }) => file)).size;
  if (commits <= 1)
    return { level: 'low', text: 'Atomic: at most one commit, so a failure leaves nothing behind.' };
  if (commits <= files) return { level: 'low', text: `One commit for each of ${counted(files, 'file')}.` };
  return {
    level: 'low',
    text: `Not atomic: ${counted(commits, 'commit')}; an interruption leaves the earlier ones applied.`,
  };
}

const LONG_MS = 5000;

function longest({ rehearsal }: DatabaseFacts): Reason {
  const ms = Math.max(0, ...rehearsal.steps.map((step) => step.ms ?? 0));
  const text = `Longest statement: ${ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(1)} s`}; writers wait that long at least.`;
  return { level: ms > LONG_MS ? 'medium' : 'low', text };
}

function health({ before }: DatabaseFacts): Reason {
  const orphans = before?.orphans.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
  if (before?.integrity.result === 'damaged')
    return { level: 'high', text: 'The file was damaged before the migration.' };
  return orphans > 0
    ? { level: 'medium', text: `${counted(orphans, 'row')} had no parent before the migration.` }
    : { level: 'low', text: 'Sound before the migration: integrity ok, no orphans.' };
}

function size({ before, snapshot }: DatabaseFacts): Reason {
  const rows = before?.tables.reduce((sum, table) => sum + table.rows, 0) ?? 0;
  const bytes = snapshot?.bytes ?? 0;
  return {
    level: 'low',
    text: `Size: ${counted(rows, 'row')} in ${counted(before?.tables.length ?? 0, 'table')}, ${whole(bytes)} bytes.`,
  };
}
