import { foldName } from '../sql/quote.ts';
import { codeTools } from './code-tools.ts';
import type { HistoryShape } from './layout-kit/layout.ts';
import { layouts } from './layouts/index.ts';

/** A tool with its history table: a layout by its name, or one that only `command` can run. */
interface Known {
  tool: string;
  history: HistoryShape;
  beside?: string;
  own?: readonly string[];
}

const KNOWN: readonly Known[] = [
  ...codeTools.filter(({ beside }) => beside !== undefined).map(known),
  ...layouts.flatMap(({ name, history, own = [] }) =>
    history === undefined ? [] : [{ tool: name, history, own }],
  ),
  ...codeTools.filter(({ beside }) => beside === undefined).map(known),
];

/**
 * The tool whose migration history this table is, by its columns, and by its name where several have such columns: a
 * layout's name, or a tool that only `command` can run. `columns` in any case and order; `tables`: every table of the
 * database; `named`: the user says that it is one.
 */
export function toolOf(
  table: string,
  columns: readonly string[],
  tables: readonly string[],
  named = false,
): string | undefined {
  const has = columns.map(foldName).toSorted().join();
  const isThere = (name: string) => tables.some((other) => foldName(other) === foldName(name));
  const fitting = KNOWN.filter(
    ({ history, beside }) =>
      history.columns.toSorted().join() === has &&
      (named || mayBeCalled(table, history)) &&
      (beside === undefined || isThere(beside)),
  );
  const usual = fitting.find(({ history }) => foldName(history.table) === foldName(table));
  return (usual ?? fitting[0])?.tool;
}

function mayBeCalled(table: string, { table: usual, common, usualName }: HistoryShape): boolean {
  if (usualName) return foldName(table) === foldName(usual);
  return !common || /schema/i.test(table) || speaksOfMigrations(table);
}

/** Whether a table with this definition may be a tool's: saves asking SQLite for the columns of all others. */
export function mayBeTracking(table: string, definition: string): boolean {
  const text = definition.toLowerCase();
  return KNOWN.some(
    ({ history }) => mayBeCalled(table, history) && history.columns.every((column) => text.includes(column)),
  );
}

/** The tables that a tool writes for itself, beside its history. */
export function tablesBeside(tool: string): string[] {
  return KNOWN.filter((one) => one.tool === tool).flatMap(({ beside, own = [] }) =>
    [beside ?? [], own].flat(),
  );
}

/** By its name, which is a tool's usual one or says so: many tables of applications have columns as those of a tool. */
export function speaksOfMigrations(table: string): boolean {
  const isUsual = ({ history }: Known) => foldName(table) === foldName(history.table);
  return /migrat/i.test(table) || KNOWN.some(isUsual);
}

/** The same of one tool's table, in whose name the usual one may stand: `app_alembic_version`. */
export function isNamedFor(table: string, tool: string): boolean {
  const isIn = ({ history }: Known) => foldName(table).includes(foldName(history.table));
  return speaksOfMigrations(table) || KNOWN.some((one) => one.tool === tool && isIn(one));
}

/** It may be a migration history, by its name. */
export function mayKeepAccount(table: string): boolean {
  return speaksOfMigrations(table) || /^_*(schema|db|database)_?(version|history|change|patch)/i.test(table);
}

function known({ name, history, beside, own = [] }: (typeof codeTools)[number]): Known {
  return { tool: name, history, own, ...(beside !== undefined && { beside }) };
}
