import { foldName } from '../sql/quote.ts';
import { codeTools } from './code-tools.ts';
import type { HistoryShape } from './layout-kit/layout.ts';
import { layouts } from './layouts/index.ts';

interface Known {
  tool: string;
  history: HistoryShape;
  beside?: string;
}

const KNOWN: readonly Known[] = [
  ...codeTools.filter(({ beside }) => beside !== undefined).map(known),
  ...layouts.flatMap(({ name, history }) => (history === undefined ? [] : [{ tool: name, history }])),
  ...codeTools.filter(({ beside }) => beside === undefined).map(known),
];

/**
 * The tool whose migration history this table is, by its columns: a layout's name, or a tool that only `command` can run.
 * `columns` in any case and order; `tables`: every table of the database; `named`: the user says that it is one.
 */
export function toolOf(
  table: string,
  columns: readonly string[],
  tables: readonly string[],
  named = false,
): string | undefined {
  const has = columns.map(foldName).toSorted().join();
  const isThere = (name: string) => tables.some((other) => foldName(other) === foldName(name));
  return KNOWN.find(
    ({ history, beside }) =>
      history.columns.toSorted().join() === has &&
      (!history.common || named || /schema/i.test(table) || speaksOfMigrations(table)) &&
      (beside === undefined || isThere(beside)),
  )?.tool;
}

/** Whether a table with this definition may be a tool's: saves asking SQLite for the columns of all others. */
export function mayBeTracking(definition: string): boolean {
  const text = definition.toLowerCase();
  return KNOWN.some(({ history }) => history.columns.every((column) => text.includes(column)));
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

function known({ name, history, beside }: (typeof codeTools)[number]): Known {
  return { tool: name, history, ...(beside !== undefined && { beside }) };
}
