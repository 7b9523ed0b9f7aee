import type { DatabaseFacts } from '../../facts/database.ts';
import type { HeaderValues } from '../../facts/health.ts';
import { wasRehearsed } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

const FIELDS: Record<keyof HeaderValues, string> = {
  userVersion: 'user_version',
  applicationId: 'application_id',
  pageSize: 'page_size',
  encoding: 'encoding',
  autoVacuum: 'auto_vacuum',
  journalMode: 'journal_mode',
};

export const rule: Rule = {
  id: 'header-changed',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A value of the file header changed',
  why: 'Applications and tools read these values: a schema version that goes back makes migrations run again.',
  remedy:
    'Set the value again at the end of the migration, or allow the change with a reason, in the config or the migration.',
  check(facts) {
    const { before, after } = facts;
    if (!wasRehearsed(facts) || before === undefined || after === undefined) return [];
    return (Object.keys(FIELDS) as (keyof HeaderValues)[]).flatMap((field) => {
      const [from, to] = [before.header[field], after.header[field]];
      const meant = field === 'userVersion' && (isOwned(facts) || (to > from && setsUserVersion(facts)));
      return from === to || meant
        ? []
        : [
            {
              // Tools set it on every connection: it says nothing of a migration.
              ...(field === 'journalMode' && facts.command !== undefined && { severity: 'notice' as const }),
              message: `${FIELDS[field]}: ${from} → ${to}.`,
              object: FIELDS[field],
            },
          ];
    });
  },
};

/** The tool counts its migrations there. */
function isOwned({ plan }: DatabaseFacts): boolean {
  return plan?.bookkeeping.userVersion ?? false;
}

/** The migration's own SQL says that it moves the version. */
function setsUserVersion({ plan }: DatabaseFacts): boolean {
  const setting = /^pragma\s+(\S+\s*\.\s*)?user_version\s*[=(]/i;
  return plan?.steps.some((step) => step.do === 'exec' && setting.test(step.sql)) ?? false;
}
