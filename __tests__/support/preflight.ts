import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { askView } from '../../src/engine/ask/ask-view.ts';
import { compare } from '../../src/engine/compare/compare.ts';
import { locate } from '../../src/engine/locate/locate.ts';
import { measure } from '../../src/engine/measure/measure.ts';
import { rehearse } from '../../src/engine/rehearse/rehearse-plan.ts';
import {
  type InspectRequest,
  type InspectResult,
  inspectDatabase,
} from '../../src/engine/snapshot/inspect.ts';
import type { DatabaseFacts } from '../../src/facts/database.ts';
import type { Finding } from '../../src/facts/finding.ts';
import type { PreflightRecord } from '../../src/facts/record.ts';
import type {
  Checks,
  Expectations,
  LayoutOptions,
  MigrationFolder,
  ProfileOptions,
  Settings,
} from '../../src/facts/settings.ts';
import { judge } from '../../src/judge/judge.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { namesExecuted, untouchedStatements } from '../../src/plan/statement-facts.ts';
import { unfinishedStates } from '../../src/plan/unfinished.ts';
import { toEnd } from './generators.ts';
import { folderOf } from './plans.ts';
import { databaseFrom, scratchFolder } from './scratch.ts';

/** What a test sets; everything else is as when a user sets nothing. */
export type CaseSettings = Partial<
  Omit<Settings, 'checks' | 'expect' | 'layout' | 'profile' | 'migrations'>
> & {
  checks?: Lists<Checks>;
  expect?: Lists<Expectations>;
  layout?: LayoutOptions | LayoutOptions['name'];
  profile?: ProfileOptions | ProfileOptions['name'];
  foreignKeys?: ProfileOptions['foreignKeys'];
};

/** What is declared in the config; its place there may be left out. */
type Lists<All> = { [Key in keyof All]?: All[Key] extends (infer Item)[] ? Undeclared<Item>[] : never };
type Undeclared<Item> = Item extends { source: infer Place }
  ? Omit<Item, 'source'> & { source?: Place }
  : Item;

function declared<Item>(items: readonly Item[] = []) {
  return items.map((item) => ({ source: { file: 'preflight.yml' }, ...item }));
}

/** Settings as they are when a user sets nothing. */
export function settingsWith({ checks = {}, expect = {}, ...others }: CaseSettings = {}): Settings {
  const { layout = 'auto', profile = 'auto', foreignKeys = 'auto', ...options } = others;
  return {
    databases: [{ path: '/data/app.db', name: 'app.db', migrated: 'app.migrated.db' }],
    layout: typeof layout === 'string' ? { name: layout } : layout,
    profile: typeof profile === 'string' ? { name: profile, foreignKeys } : profile,
    rehearse: 'auto',
    failOn: 'error',
    orphans: 'any',
    samples: 'none',
    output: '/out',
    upload: 'auto',
    comment: { when: 'never', key: 'test' },
    artifactName: 'migration-preflight',
    timeoutMs: 60_000,
    workspace: '/data',
    checks: {
      required: declared(checks.required),
      references: declared(checks.references),
      queries: declared(checks.queries),
      statements: checks.statements ?? [],
    },
    expect: {
      tables: expect.tables ?? [],
      columns: declared(expect.columns),
      indexes: expect.indexes ?? [],
      rows: declared(expect.rows),
    },
    allow: [],
    declared: { items: [] },
    ...options,
  };
}

/** Facts of a database of which nothing is known yet. */
export function factsWith(facts: Partial<DatabaseFacts> = {}): DatabaseFacts {
  return {
    path: 'app.db',
    mistakes: [],
    rehearsal: { outcome: 'not-run', commits: 0, leftOpen: false, sqlite: '3.54.1', statements: [] },
    incidents: [],
    timings: { total: 1 },
    ...facts,
  };
}

/**
 * All engine tasks on a real database built from `schema`, one after the other and in this process. `migration` absent:
 * a health check.
 */
export function measured(...job: Parameters<typeof rehearsed>): DatabaseFacts {
  return rehearsed(...job).facts;
}

/** The same, with the paths of the two copies. */
export function rehearsed(
  folder: string,
  schema: string,
  migration?: string | string[] | MigrationFolder,
  options: CaseSettings = {},
): Rehearsed {
  const request = inspectRequest(folder, databaseFrom(folder, schema), options);
  return rehearsedOn(folder, inspectDatabase(request), migration, options);
}

/** What is asked of a snapshot in whatever form. */
export function inspectRequest(folder: string, snapshot: string, options: CaseSettings = {}): InspectRequest {
  const { table } = settingsWith(options).layout;
  return {
    snapshot,
    name: 'app.db',
    folder: mkdtempSync(join(folder, 'copies-')),
    ...(table !== undefined && { historyTable: table }),
  };
}

interface Rehearsed {
  facts: DatabaseFacts;
  before: string;
  after: string;
}

/** All that follows once a snapshot was inspected. */
export function rehearsedOn(
  folder: string,
  copies: InspectResult,
  migration: string | string[] | MigrationFolder | undefined,
  options: CaseSettings = {},
): Rehearsed {
  const settings = settingsWith(options);
  const { checks, samples } = settings;
  if ('unusable' in copies) return { facts: factsWith({ unusable: copies.unusable }), before: '', after: '' };
  const unfinished = unfinishedStates(copies.history);
  const facts = factsWith({
    snapshot: copies.snapshot,
    ...(unfinished.length > 0 && { unfinished }),
    before: measure({ database: copies.before, checks, samples }),
  });
  const { before, after } = copies;
  if (migration === undefined) return { facts, before, after };
  const migrations =
    typeof migration === 'string' || Array.isArray(migration) ? plainFolder(migration) : migration;
  const plan = makePlan({ ...settings, migrations }, copies.history);
  if ('mistake' in plan) return { facts: { ...facts, mistakes: [plan.mistake] }, before, after };
  if (plan.problems.some(({ refuses }) => refuses)) {
    const refused = {
      ...facts.rehearsal,
      outcome: 'refused' as const,
      statements: untouchedStatements(plan),
    };
    return { facts: { ...facts, plan, rehearsal: refused }, before, after };
  }
  const rehearsal = toEnd(rehearse({ database: after, fresh: before, plan, samples }, () => {}));
  const executed = namesExecuted(rehearsal.statements);
  const { changes, questions } = compare({ ...copies, executed, samples });
  for (const question of questions) {
    const answer = askView({ ...copies, question });
    if (answer.meaning) changes.meaning?.views.push(answer.meaning);
  }
  if (rehearsal.outcome === 'done') {
    const { statements } = rehearsal;
    const request = { ...copies, folder: mkdtempSync(join(folder, 'locate-')), plan, statements, changes };
    const { driver } = rehearsal;
    changes.causes = locate({ ...request, budgetMs: 60_000, ...(driver && { driver }) }).causes;
  }
  const earlier = facts.before && {
    database: before,
    health: facts.before,
    renames: changes.renames,
  };
  const measuredAfter = measure({ database: copies.after, checks, samples, ...(earlier && { earlier }) });
  const whole = { ...facts, plan, rehearsal, after: measuredAfter, changes };
  return { facts: whole, before, after };
}

function plainFolder(sql: string | string[]): MigrationFolder {
  return folderOf(Object.fromEntries([sql].flat().map((text, at) => [`000${at + 1}.sql`, text])));
}

export const NOW = new Date('2026-06-15T12:00:00Z');

/** The whole record of one database's facts. */
export function judged(facts: DatabaseFacts, options: CaseSettings = {}): PreflightRecord {
  const tool = { name: 'sqlite-preflight', version: '0.0.0', sqlite: '3.54.1', node: '24.0.0' };
  return judge([facts], settingsWith(options), { now: NOW, tool });
}

/** Measures and judges in one go; gives the findings of one rule. */
export function forRule(rule: string) {
  const folder = scratchFolder();
  const only = (record: PreflightRecord) => record.findings.filter((finding) => finding.rule === rule);
  return {
    /** Findings after a migration of a real database. */
    after: (schema: string, migration: string | string[], options: CaseSettings = {}): Finding[] =>
      only(judged(measured(folder, schema, migration, options), options)),
    /** Findings of a health check of a real database. */
    of: (schema: string, options: CaseSettings = {}): Finding[] =>
      only(judged(measured(folder, schema, undefined, options), options)),
    /** Findings over given facts. */
    over: (facts: Partial<DatabaseFacts>, options: CaseSettings = {}): Finding[] =>
      only(judged(factsWith(facts), options)),
  };
}
