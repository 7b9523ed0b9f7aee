import { type DatabaseFacts, isHealthCheck } from '../facts/database.ts';
import type { Finding } from '../facts/finding.ts';
import type { Risk } from '../facts/record.ts';
import { extraWhileItRuns, type StatementFacts } from '../facts/rehearsal/rehearsal.ts';
import { counted, whole } from '../text/numbers.ts';
import { commitsText } from './kit/command-commits.ts';
import { executedStatements, tableChanges, wasRehearsed } from './kit/view.ts';

type RiskLevel = Risk['level'];

interface RiskReason {
  level: RiskLevel;
  text: string;
}

/** The risk of migrating: the highest level among reasons that are each a measured fact (docs/risk.md). */
export function riskOf(facts: DatabaseFacts, findings: readonly Finding[]): Risk {
  if (isHealthCheck(facts) || facts.before === undefined)
    return { level: 'unknown', reasons: ['Nothing was rehearsed.'] };
  if (!wasRehearsed(facts)) return { level: 'high', reasons: [unfinished(facts)] };
  const reasons = [
    ...losses(findings),
    additive(facts),
    reversible(facts),
    atomicity(facts),
    ...longest(facts),
    disk(facts),
    health(facts),
    size(facts),
  ];
  const order: RiskLevel[] = ['low', 'medium', 'high'];
  const level = order[Math.max(...reasons.map((reason) => order.indexOf(reason.level)))] ?? 'unknown';
  return { level, reasons: reasons.map(({ text }) => text) };
}

function unfinished(facts: DatabaseFacts): string {
  const { rehearsal, command } = facts;
  if (command !== undefined) return `The command did not run to its end; ${commitsText(facts)}.`;
  const done = rehearsal.statements.filter(({ status }) => status === 'done').length;
  return `The rehearsal did not run to its end: ${done} of ${counted(rehearsal.statements.length, 'statement')} ran.`;
}

function losses(findings: readonly Finding[]): RiskReason[] {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (errors > 0) return [{ level: 'high', text: `${counted(errors, 'finding')} of severity error.` }];
  return warnings > 0
    ? [{ level: 'medium', text: `${counted(warnings, 'finding')} of severity warning.` }]
    : [];
}

function additive(facts: DatabaseFacts): RiskReason {
  const { removed, rewritten } = lostContent(facts);
  const gone = facts.changes?.objects.filter(({ change }) => change === 'removed').length ?? 0;
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

/** Rows and values of *before* that *after* does not hold, in tables and columns that are still there. */
function lostContent(facts: DatabaseFacts): { removed: number; rewritten: number } {
  const tables = tableChanges(facts);
  const values = tables.flatMap(({ columns }) => columns);
  return {
    removed: sum(tables, (table) => table.removed),
    rewritten: sum(values, ({ changed, nulled, retyped }) => changed + nulled + retyped),
  };
}

/** Whether the migrated database still holds all that the former one held; a dropped table takes its rows along. */
function reversible(facts: DatabaseFacts): RiskReason {
  const { removed, rewritten } = lostContent(facts);
  const dropped = facts.changes?.objects.filter(({ change }) => change === 'removed') ?? [];
  const heldIn = (kind: 'table' | 'column') =>
    sum(
      dropped.filter((object) => object.kind === kind),
      ({ held = 0 }) => held,
    );
  const rows = removed + heldIn('table');
  const values = rewritten + heldIn('column');
  if (rows + values === 0) {
    return { level: 'low', text: 'Reversible: every row and value that was there is still there.' };
  }
  const lost = [
    ...(rows > 0 ? [counted(rows, 'row')] : []),
    ...(values > 0 ? [counted(values, 'value')] : []),
  ];
  return { level: 'medium', text: `Not reversible: only a backup brings back ${lost.join(' and ')}.` };
}

function atomicity(facts: DatabaseFacts): RiskReason {
  const { commits } = facts.rehearsal;
  const { command } = facts;
  if (command !== undefined && (commits > 1 || command.commitsAtLeast)) {
    return { level: 'low', text: `Not atomic as a whole: ${commitsText(facts)}.` };
  }
  const files = new Set(executedStatements(facts).map(({ file }) => file)).size;
  if (commits <= 1)
    return { level: 'low', text: 'Atomic: at most one commit, so a failure leaves nothing behind.' };
  if (commits <= files) return { level: 'low', text: `One commit for each of ${counted(files, 'file')}.` };
  return {
    level: 'low',
    text: `Not atomic: ${counted(commits, 'commit')}; an interruption leaves the earlier ones applied.`,
  };
}

const LONG_MS = 5000;

/** From the first write of a transaction to its end all other writers wait (sqlite.org/lang_transaction.html). */
function longest({ rehearsal, command }: DatabaseFacts): RiskReason[] {
  const ms = command === undefined ? longestTransaction(rehearsal.statements) : command.longestWriteMs;
  if (ms === undefined) return [];
  const text = `Longest write transaction: ${ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(1)} s`}; other writers wait that long at least.`;
  return [{ level: ms > LONG_MS ? 'medium' : 'low', text }];
}

function longestTransaction(statements: readonly StatementFacts[]): number {
  const transactions = Map.groupBy(statements, ({ transaction }) => transaction);
  const times = [...transactions.values()].map((own) => {
    const first = own.findIndex(({ writes }) => writes);
    return first === -1 ? 0 : sum(own.slice(first), ({ ms = 0 }) => ms);
  });
  return Math.max(0, ...times);
}

const MUCH_GROWTH = 100_000_000;

/** Bytes that the migration needs while it runs, and that the migrated database takes more afterwards. */
function disk({ before, after, rehearsal: { peak } }: DatabaseFacts): RiskReason {
  const [from, to] = [before?.bytes ?? 0, after?.bytes ?? 0];
  const grown = to - from;
  const most = peak === undefined ? grown : extraWhileItRuns(peak, from);
  const level = most > MUCH_GROWTH && most > from ? 'medium' : 'low';
  const stays = `(${whole(from)} → ${whole(to)})`;
  if (peak !== undefined && most > Math.max(0, grown)) {
    const parts = Object.entries({ WAL: peak.wal, journal: peak.journal, 'temporary files': peak.temp ?? 0 })
      .filter(([, bytes]) => bytes > 0)
      .map(([name, bytes]) => `${name} ${whole(bytes)}`);
    const afterwards = grown > 0 ? `${whole(grown)} bytes afterwards` : 'none afterwards';
    const of = parts.length === 0 ? '' : `, of it ${parts.join(', ')}`;
    return {
      level,
      text: `Extra disk: up to ${whole(most)} bytes while it runs${of}; ${afterwards} ${stays}.`,
    };
  }
  const text =
    grown > 0
      ? `Extra disk: ${whole(grown)} bytes ${stays}.`
      : `No extra disk: ${whole(from)} → ${whole(to)} bytes.`;
  return { level, text };
}

function health({ before }: DatabaseFacts): RiskReason {
  const orphans = before?.orphans.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
  if (before?.integrity.result === 'damaged')
    return { level: 'high', text: 'The file was damaged before the migration.' };
  return orphans > 0
    ? { level: 'medium', text: `${counted(orphans, 'row')} had no parent before the migration.` }
    : { level: 'low', text: 'Sound before the migration: integrity ok, no orphans.' };
}

function size({ before }: DatabaseFacts): RiskReason {
  const tables = before?.tables ?? [];
  const text = `Size: ${counted(
    sum(tables, ({ rows }) => rows),
    'row',
  )} in ${counted(tables.length, 'table')}.`;
  return { level: 'low', text };
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
