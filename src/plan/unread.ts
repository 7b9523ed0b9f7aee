import type { History } from '../facts/history.ts';
import type { PlanProblem } from '../facts/plan.ts';
import type { MigrationFolder } from '../facts/settings.ts';
import { mayKeepAccount } from './history-tables.ts';
import { leadingNumber, nameOf } from './layout-kit/file-names.ts';

/**
 * What the snapshot seems to say of applied migrations where no tool was recognised, so that every file counts as
 * pending: a table by its name, or a `user_version` that one of several files has reached.
 */
export function unreadAccounts({ files }: MigrationFolder, history: History): PlanProblem[] {
  const { tables, others, userVersion } = history;
  const known = tables.filter(({ table, rows }) => rows.length > 0 && mayKeepAccount(table));
  const named = [...known.map(({ table }) => table), ...others];
  const numbers = files.map((file) => leadingNumber(nameOf(file))).filter((number) => number !== undefined);
  // One file is what is to be run, whatever the application means by its version; several are a history.
  const isReached = numbers.length > 1 && numbers.some((number) => number <= userVersion);
  return [
    ...named.map((table) => unread(`The table ${table} seems to say which migrations are applied`)),
    ...(isReached ? [unread(`PRAGMA user_version is ${userVersion}, which a file has reached`)] : []),
  ];
}

function unread(seen: string): PlanProblem {
  const sentence = `${seen}, and no tool was recognised by it: every file counts as pending`;
  return { kind: 'unread', sentence, refuses: false };
}
