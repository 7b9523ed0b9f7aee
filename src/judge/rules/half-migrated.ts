import type { DatabaseFacts } from '../../facts/database.ts';
import type { StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import { counted } from '../../text/numbers.ts';
import { commitsText, leftByCommand, leftText } from '../kit/command-commits.ts';
import { keptAfterFailure, recordedWords } from '../kit/failures/kept.ts';
import { shortName } from '../kit/failures/migration-names.ts';
import { list } from '../kit/words.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'half-migrated',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: false,
  title: 'A failure leaves the database half migrated',
  why: 'What was committed before the failure stays: the schema is neither the old nor the new one, and running the migration again meets its own leftovers.',
  remedy:
    'Put BEGIN and COMMIT around each migration (PRAGMA foreign_keys works only before BEGIN), or let the tool run each file in one transaction; in production, restore the backup.',
  check(facts) {
    const { rehearsal } = facts;
    if (rehearsal.outcome !== 'failed' && rehearsal.outcome !== 'timeout') return [];
    // What cannot be opened is not half migrated: it is gone, which `migration-failed` says.
    if (rehearsal.unreadable) return [];
    if (facts.command !== undefined) return byCommand(facts);
    const { statements: kept } = keptAfterFailure(facts);
    if (kept.length === 0) return [];
    const failed = rehearsal.statements.find(({ status }) => status === 'failed');
    const missing = rehearsal.statements.filter(({ status }) => status === 'not-run').length;
    return [
      {
        message: `${counted(kept.length, 'statement stays', 'statements stay')} applied, ${counted(missing, 'was', 'were')} not run. Applied: ${appliedOf(kept)}.${recordedWords(facts)}`,
        count: kept.length,
        ...(failed !== undefined && { location: { file: failed.file, line: failed.line } }),
      },
    ];
  },
};

/** Seen from the file alone: what is committed, and what differs where it could be compared. */
function byCommand(facts: DatabaseFacts): RawFinding[] {
  const { rehearsal, command } = facts;
  const left = leftByCommand(facts);
  const differs = left === undefined ? undefined : left.tables.length + left.objects.length > 0;
  // Tools commit in tables of their own, such as a lock, whatever becomes of the migrations.
  if (differs === false || (differs === undefined && rehearsal.commits === 0)) return [];
  const what = left === undefined ? '' : `: ${leftText(left)}`;
  const recorded = (command?.recorded ?? []).flatMap(({ ids }) => ids);
  const applied = recorded.length === 0 ? '' : ` Recorded as applied: ${list(recorded, 5)}.`;
  const stays = rehearsal.commits === 1 ? 'stays' : 'stay';
  const message = `${capital(commitsText(facts))} ${stays} applied${what}.${applied}`;
  return [{ message, count: rehearsal.commits, remedy: COMMAND_REMEDY }];
}

const COMMAND_REMEDY =
  'Let the tool run each migration in one transaction; in production, restore the backup.';

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The last file's statements by their titles, those of the files before it by their number. */
function appliedOf(kept: readonly StatementFacts[]): string {
  const byFile = [...Map.groupBy(kept, ({ file }) => file)];
  const [file, last] = byFile.at(-1) ?? ['', []];
  const titles = last.map(({ title }) => title);
  const earlier = kept.length - last.length;
  const others = `; ${counted(earlier, 'statement')} of ${counted(byFile.length - 1, 'file')} before it`;
  return `${shortName(file)}: ${list(titles, 3)}${earlier === 0 ? '' : others}`;
}
