import type { DatabaseRecord, PreflightRecord } from '../facts/record.ts';
import type { StepFacts } from '../facts/rehearsal.ts';
import { visible } from './escape.ts';
import { icons, severityIcons } from './icons.ts';
import { counted, duration, placeText, whole } from './numbers.ts';

/** A part of the log that can be folded. Lines are plain text without control characters. */
export interface LogGroup {
  title: string;
  lines: string[];
}

/** The log: a group for each phase with a line per statement, then what was verified, then the verdict. */
export function renderLog(record: PreflightRecord): LogGroup[] {
  const groups = record.databases.flatMap((database) => [...phaseGroups(database), verification(database)]);
  return [...groups, conclusion(record)]
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => ({ title: visible(title), lines: lines.map(visible) }));
}

function phaseGroups({ facts }: DatabaseRecord): LogGroup[] {
  const groups = new Map<string, string[]>();
  for (const step of facts.rehearsal.steps) {
    const title = step.phase === undefined ? step.file : `${step.file}: ${step.phase}`;
    const lines = groups.get(title) ?? [];
    groups.set(title, lines);
    const isFailure = step === facts.rehearsal.steps[facts.rehearsal.failure?.step ?? -1];
    lines.push(stepLine(step, isFailure ? facts.rehearsal.failure?.message : undefined));
  }
  return [...groups].map(([title, lines]) => ({ title, lines }));
}

function stepLine(step: StepFacts, failure: string | undefined): string {
  const { status, title, ms, rows, line, rolledBack } = step;
  if (status === 'not-run') return `- ${title} (line ${line}): not run`;
  const measured = [ms !== undefined && duration(ms), rows !== undefined && counted(rows, 'row')]
    .filter(Boolean)
    .join(', ');
  if (status === 'failed') return `✗ ${title} (line ${line}): ${failure ?? 'did not end'}`;
  return `✓ ${title} (${measured})${rolledBack ? ', rolled back' : ''}`;
}

function verification({ facts }: DatabaseRecord): LogGroup {
  const { before, after, changes } = facts;
  const now = after ?? before;
  if (now === undefined) return { title: 'Verification', lines: [] };
  const former = (table: string, column: string) =>
    after === undefined
      ? undefined
      : before?.required.find((entry) => entry.table === table && entry.column === column)?.nulls;
  const added =
    changes?.objects.filter(({ kind, change }) => kind === 'index' && change === 'added').length ?? 0;
  return {
    title: `Verification of ${facts.path}`,
    lines: [
      `${now.integrity.result === 'ok' ? '✓' : '✗'} integrity: ${now.integrity.result}`,
      `${now.orphans.length === 0 ? '✓' : '✗'} orphans: ${whole(now.orphans.reduce((sum, { rows }) => sum + rows, 0))}`,
      ...now.required.map(({ table, column, nulls }) => {
        const earlier = former(table, column);
        return `${nulls === 0 ? '✓' : '✗'} ${table}.${column}: ${whole(nulls)} NULLs${earlier === undefined ? '' : ` (before: ${whole(earlier)})`}`;
      }),
      ...(changes === undefined ? [] : [`  indexes added: ${added}`]),
      ...(changes?.tables ?? [])
        .filter(({ added: rows, removed, changed }) => rows + removed + changed > 0)
        .map(
          ({ table, added: rows, removed, changed }) =>
            `  ${table}: ${whole(rows)} added, ${whole(removed)} removed, ${whole(changed)} changed`,
        ),
    ],
  };
}

function conclusion({ verdict, findings }: PreflightRecord): LogGroup {
  return {
    title: 'Verdict',
    lines: [
      `${icons[verdict]} ${verdict.toUpperCase()}`,
      ...findings.map(({ severity, rule, message, location, allowed }) => {
        const where = location === undefined ? '' : ` (${placeText(location)})`;
        return `${severityIcons[severity]} ${rule}${where}: ${message}${allowed === undefined ? '' : ` Allowed: ${allowed}`}`;
      }),
    ],
  };
}
