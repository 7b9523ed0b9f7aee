import type { Mistake } from '../facts/database.ts';
import type { History, HistoryTable } from '../facts/history.ts';
import type { Plan, PlanProblem, Profile } from '../facts/plan.ts';
import type { LayoutOptions, MigrationFolder, ProfileOptions } from '../facts/settings.ts';
import { chooseLayout } from './choose.ts';
import { rollbackOf, stepsOf } from './compose.ts';
import { declaredHistory } from './declared-history.ts';
import type { Layout, LayoutMigration, LayoutReading } from './layout-kit/layout.ts';
import { layoutReading } from './layout-reading.ts';
import { genericProfiles, profileNamed } from './profiles.ts';
import { keyColumn } from './recorded.ts';
import { tooManyStatements } from './statement-limit.ts';
import { unreadAccounts } from './unread.ts';

/** What is to be rehearsed, and what the user said of how. */
export interface Assignment {
  migrations: MigrationFolder;
  layout: LayoutOptions;
  profile: ProfileOptions;
}

/**
 * The pending migrations as data, to be executed as production would: those of the files which, by what the database
 * says, are not applied. A mistake where the files are no migrations of the tool, or of one that only `command` can run.
 */
export function makePlan(assignment: Assignment, history: History): Plan | { mistake: Mistake } {
  const { migrations, layout: options, profile } = assignment;
  const tooMany = tooManyStatements(migrations);
  if (tooMany !== undefined) return { mistake: tooMany };
  const choice = chooseLayout(migrations, history, options);
  if ('codeTool' in choice) return { mistake: onlyByCommand(choice) };
  const { layout, table, recognised } = choice;
  const declared =
    layout.name === 'plain' ? declaredHistory(options, table, migrations) : { problems: NO_PROBLEMS };
  if ('mistake' in declared) return declared;
  const reading = layoutReading(layout, migrations, history, {
    userVersion: history.userVersion,
    options,
    ...(table && { table }),
    ...(profile.name !== 'auto' && { profile: profile.name }),
  });
  if (reading.unsupported !== undefined) return { mistake: notAsSql(reading.unsupported) };
  if (reading.applied + reading.pending.length + reading.problems.length === 0)
    return { mistake: noneRecognised(layout, migrations) };
  const isRead = options.name !== 'auto' || table !== undefined || reading.applied > 0;
  const unread = isRead ? [] : unreadAccounts(migrations, history, recognised);
  const problems = [...reading.problems, ...declared.problems, ...unread];
  return planOf(layout, { ...reading, problems }, assignment, recognised);
}

const NO_PROBLEMS: readonly PlanProblem[] = [];

function planOf(
  layout: Layout,
  reading: LayoutReading,
  { migrations, profile: options }: Assignment,
  recognised: boolean,
): Plan {
  const { applied, pending, problems, bookkeeping, idle } = reading;
  const { profile, basis, alternatives } = profileOf(layout, options, recognised, reading.otherwise);
  const isRefused = problems.some(({ refuses }) => refuses);
  const rollback = isRefused ? undefined : rollbackOf(reading, profile);
  return {
    layout: layout.name,
    profile,
    basis,
    alternatives,
    applied,
    pending: pending.map(({ id, file, steps }) => ({ id, file, statements: statementsIn(steps) })),
    problems,
    ignored: [...reading.ignored, ...migrations.ignored].toSorted(),
    bookkeeping: { ...bookkeeping, tables: [...bookkeeping.tables, ...(layout.own ?? [])] },
    ...(idle !== undefined && pending.length === 0 && { idle }),
    ...(layout.command !== undefined && { command: layout.command }),
    steps: isRefused ? [] : stepsOf(reading, profile),
    ...(rollback && { rollback }),
  };
}

/** An explicit `foreign-keys` or `transaction` wins over what the profile says. What nobody said was guessed. */
function profileOf(
  layout: Layout,
  options: ProfileOptions,
  recognised: boolean,
  otherwise: LayoutReading['otherwise'],
) {
  const base = profileNamed(options.name === 'auto' ? layout.name : options.name);
  const { transaction = base.transaction } = options;
  const foreignKeys = options.foreignKeys === 'auto' ? base.foreignKeys : options.foreignKeys;
  const profile: Profile = { ...base, transaction, foreignKeys };
  if (options.name !== 'auto') return { profile, basis: 'declared' as const, alternatives: [] };
  if (!recognised) {
    const others = genericProfiles.filter(({ name }) => name !== base.name);
    const fixed = options.foreignKeys !== 'auto';
    const alternatives = others.filter((other) => !fixed || other.foreignKeys === foreignKeys);
    return { profile, basis: 'assumed' as const, alternatives };
  }
  const guessed = layout.driverDecides === true && options.foreignKeys === 'auto';
  const alternatives = [
    ...(guessed ? [{ ...profile, foreignKeys: !foreignKeys }] : []),
    ...(otherwise && options.transaction === undefined ? [{ ...profile, ...otherwise }] : []),
  ];
  return { profile, basis: 'recognised' as const, alternatives };
}

function statementsIn(steps: LayoutMigration['steps']): number {
  return steps.filter((step) => step.do === 'exec').length;
}

function onlyByCommand({ codeTool, table }: { codeTool: string; table: HistoryTable }): Mistake {
  const column = keyColumn(table.rows);
  const account = column === undefined ? '' : `, table: ${table.table}, column: ${column}`;
  return {
    key: 'migrations',
    message: `the table ${table.table} of the snapshot says that ${codeTool} migrates this database, and only ${codeTool} itself can run its migrations.`,
    remedy: `Give \`command\`, which starts ${codeTool}, instead of \`migrations\`; or, if something else runs these files, \`layout: { name: plain${account} }\`.`,
  };
}

function notAsSql(reason: string): Mistake {
  return {
    key: 'migrations',
    message: `the migrations cannot be rehearsed: ${reason}.`,
    remedy: 'Give `command`, which starts the tool itself, instead of `migrations`.',
  };
}

function noneRecognised({ name }: Layout, { name: given }: MigrationFolder): Mistake {
  return {
    key: 'migrations',
    message: `no migration was recognised in ${given}: no file there is one of the layout ${name}.`,
    remedy: "Give the folder that holds the tool's own files, or another `layout`.",
  };
}
