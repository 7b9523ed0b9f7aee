import type { ChangeFacts, ColumnChange } from '../../../facts/changes.ts';
import type { DatabaseFacts, Timings } from '../../../facts/database.ts';
import type { Finding } from '../../../facts/finding.ts';
import type { ApplicationStatements, HealthFacts } from '../../../facts/health.ts';
import type { Plan } from '../../../facts/plan.ts';
import type { DatabaseRecord, PreflightRecord } from '../../../facts/record.ts';
import type { CommandFacts } from '../../../facts/rehearsal/command.ts';
import type { RehearsalFacts, RehearsalFailure, StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import type { Scenarios } from '../../../facts/rehearsal/scenarios.ts';
import type { Declarations } from '../../../facts/settings.ts';
import type { ReportFormat } from '../format.ts';

export const json: ReportFormat = {
  file: 'report.json',
  output: 'report-json',
  title: 'For machines',
  render: renderJson,
};

/**
 * report.json, in the shape of report.schema.json, whose keys keep the words of version 1: two spaces of indentation, a line feed at the end. What does not
 * apply is left out, never null. Schema, SQL of the statements and paths of this machine are not in it.
 */
export function renderJson(record: PreflightRecord): string {
  const { verdict, generatedAt, tool, samples, configFile, declared, databases, findings } = record;
  const report = {
    schemaVersion: 1,
    verdict,
    generatedAt,
    tool: { name: tool.name, version: tool.version, sqlite: tool.sqlite, node: tool.node },
    samples,
    configFile,
    declared: declared && declaredOf(declared),
    databases: databases.map(databaseOf),
    findings: findings.map(findingOf),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function declaredOf({ items, change }: Declarations) {
  return {
    change: change && { kind: change.kind, isUnknown: change.isUnknown },
    items: items.map(({ kind, text, migration, source, isNew }) => ({
      kind,
      text,
      migration,
      location: source,
      isNew,
    })),
  };
}

function databaseOf({ verdict, facts, risk, criteria, recommendation, nextSteps }: DatabaseRecord) {
  const { path, unusable, snapshot, plan, command, before, rehearsal, after, changes } = facts;
  const { scenarios, incidents, timings } = facts;
  return {
    verdict,
    snapshot: snapshot ?? { path, ...(unusable && { unusable: unusable.reason }) },
    plan: plan && planOf(plan),
    command: command && commandOf(command),
    before: before && healthOf(before),
    rehearsal: rehearsalOf(rehearsal),
    after: after && healthOf(after),
    changes: changes && changesOf(changes),
    further: scenarios && scenariosOf(scenarios),
    incidents: filled(incidents),
    migratedDatabase: baseName(facts),
    risk,
    criteria,
    recommendation,
    nextSteps,
    timings: timingsOf(timings),
  };
}

function changesOf({ tables, objects, renames, unchecked, causes }: ChangeFacts) {
  return {
    tables: tables.map(withoutSamples).map((table) => ({ ...table, columns: table.columns.map(columnOf) })),
    objects,
    renames,
    degraded: filled(unchecked),
    causes: causes
      ?.map((cause) => ('what' in cause && cause.what === 'nulled' ? { ...cause, what: 'cleared' } : cause))
      .map(withStep),
  };
}

function columnOf({ column, filled: newly, changed, nulled, ...others }: ColumnChange) {
  return { column, filled: newly, changed, cleared: nulled, ...others };
}

function scenariosOf({ profiles, rollback, ...others }: Scenarios) {
  return {
    ...others,
    profiles: profiles?.map(({ profile, losses, ...variant }) => ({
      profile: profile.name,
      foreignKeys: profile.foreignKeys,
      transaction: profile.transaction,
      ...variant,
      losses: losses.map(({ nulled, ...loss }) => ({ ...loss, cleared: nulled })),
    })),
    rollback: rollback && { ...rollback, backup: { ...rollback.backup, ms: rounded(rollback.backup.ms) } },
  };
}

function planOf({ layout, profile, basis, applied, pending, problems, ignored }: Plan) {
  const { name, foreignKeys, transaction } = profile;
  return {
    layout,
    profile: name,
    basis,
    foreignKeys,
    transaction,
    applied,
    pending,
    problems: filled(problems),
    ignored: filled(ignored),
  };
}

function commandOf({ bookkeeping: _, recorded, ms, longestWriteMs, ...command }: CommandFacts) {
  return {
    ...command,
    ms: ms === undefined ? ms : rounded(ms),
    longestWriteMs: longestWriteMs === undefined ? longestWriteMs : rounded(longestWriteMs),
    recorded: filled(recorded),
  };
}

function healthOf(health: HealthFacts) {
  const { integrity, tables, orphans, mismatches, required, queries, statements } = health;
  const { header, bytes, broken, searchFailures, unchecked } = health;
  return {
    integrity: integrity.result,
    integrityMessages: filled(integrity.messages),
    tables,
    orphans: orphans.map(withoutSamples),
    mismatches: filled(mismatches),
    required: required.map(withoutSamples),
    queries: filled(queries.map(({ id, rows, failure }) => ({ id, rows, failure: failure?.message }))),
    statements: statements.total > 0 ? statementsOf(statements) : undefined,
    header,
    bytes,
    broken: filled(broken),
    searchFailures: filled(searchFailures),
    degraded: filled(unchecked),
  };
}

/** Rows stand with the findings that they are for. */
function withoutSamples<Item extends { samples?: unknown }>({ samples: _, ...item }: Item) {
  return item;
}

function statementsOf({ total, failed }: ApplicationStatements) {
  return { total, failed: failed.map(({ file, line, message }) => ({ file, line, message })) };
}

function rehearsalOf(facts: RehearsalFacts) {
  const { outcome, commits, commitsUnknown, leftOpen, statements, failure, unreadable } = facts;
  const { transientLosses, doubleQuotedText, peak } = facts;
  const open = leftOpen || undefined;
  return {
    outcome,
    commits: commitsUnknown ? undefined : commits,
    peak,
    leftOpen: open,
    steps: statements.map(statementOf),
    failure: failure && withStep(withoutViolation(failure)),
    unreadable,
    lostOnTheWay: transientLosses?.map(withStep),
    doubleQuotedText: doubleQuotedText && withStep(doubleQuotedText),
  };
}

/** Which rows stood in the way is told by the finding. */
function withoutViolation({ violation: _, ...failure }: RehearsalFailure): RehearsalFailure {
  return failure;
}

function statementOf(statement: StatementFacts) {
  const { file, line, title, phase, status, ms, rows, writes, transaction, rolledBack } = statement;
  return {
    file,
    line,
    title,
    phase,
    status,
    ms: ms === undefined ? ms : rounded(ms),
    rows,
    writes,
    transaction,
    rolledBack,
  };
}

/** The index of a statement is called `step` here; every key keeps its place. */
function withStep(item: { statement?: number }) {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key === 'statement' ? 'step' : key, value]),
  );
}

function findingOf(finding: Finding) {
  const { rule, severity, title, message, remedy, query, database, table, columns, object } = finding;
  const { count, location, samples, allowed } = finding;
  const subject = { database, table, columns, object, count };
  return { rule, severity, title, message, remedy, query, ...subject, location, samples, allowed };
}

/** The folder is the machine's business; the outputs give the whole path. */
function baseName({ migratedDatabase }: DatabaseFacts): string | undefined {
  return migratedDatabase?.split(/[\\/]/).at(-1);
}

function timingsOf({ copy, healthBefore, rehearsal, healthAfter, ...rest }: Timings) {
  const { schemaDiff, dataDiff, locate, scenarios, total } = rest;
  const timings = {
    copy,
    healthBefore,
    rehearsal,
    healthAfter,
    schemaDiff,
    dataDiff,
    locate,
    further: scenarios,
    total,
  };
  const measured = Object.entries(timings).filter(
    (entry): entry is [string, number] => entry[1] !== undefined,
  );
  return Object.fromEntries(measured.map(([name, ms]) => [name, rounded(ms)]));
}

function filled<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Whole microseconds, in ms. */
function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
