import type { History, HistoryTable } from '../facts/history.ts';
import type { PlanProblem } from '../facts/plan.ts';
import type { MigrationFolder } from '../facts/settings.ts';
import { codeTools } from './code-tools.ts';
import { mayKeepAccount } from './history-tables.ts';
import { leadingNumber, titleOf } from './layout-kit/file-names.ts';
import { keyColumn } from './recorded.ts';

/**
 * What the snapshot seems to say of applied migrations where nobody reads it, so that every file counts as pending: a table
 * by its name, or, where no tool was recognised by its files either, a `user_version` that one of several files has reached.
 */
export function unreadAccounts(
  { files }: MigrationFolder,
  history: History,
  recognised: boolean,
): PlanProblem[] {
  const { tables, others, userVersion } = history;
  const known = tables.filter(({ table, rows }) => rows.length > 0 && mayKeepAccount(table));
  const numbers = files.map((file) => leadingNumber(titleOf(file))).filter((number) => number !== undefined);
  // One file is what is to be run, whatever the application means by its version; several are a history.
  const isReached = !recognised && numbers.length > 1 && numbers.some((number) => number <= userVersion);
  return [
    ...known.map((table) => unreadTable(table)),
    ...others.map((table) => unread(`The table ${table} seems to say which migrations are applied`)),
    ...(isReached ? [unread(`PRAGMA user_version is ${userVersion}, which a file has reached`)] : []),
  ];
}

function unreadTable({ table, tool, rows }: HistoryTable): PlanProblem {
  const called = codeTools.some(({ name }) => name === tool) ? `, as ${tool} has it,` : '';
  const problem = unread(`The table ${table}${called} seems to say which migrations are applied`);
  const column = keyColumn(rows);
  if (column === undefined) return problem;
  return {
    ...problem,
    remedy: `If what runs these files keeps account there, say so: \`layout: { name: plain, table: ${table}, column: ${column} }\`; or name its layout. If all files are new, declare the \`layout\` alone.`,
  };
}

function unread(seen: string): PlanProblem {
  const sentence = `${seen}, and nothing reads it: every file counts as pending`;
  return { kind: 'unread', sentence, refuses: false };
}
