import type { DatabaseFacts } from '../../facts/database.ts';
import type { Plan } from '../../facts/plan.ts';
import type { DatabaseRecord } from '../../facts/record.ts';
import type { SnapshotFacts } from '../../facts/snapshot.ts';
import { SCOPES } from '../../text/scopes.ts';

/** One thing to do in production, in the order in which to do them. */
export interface RunbookStep {
  title: 'Back up' | 'Check the backup' | 'Migrate' | 'Roll back';
  /** What to know before. */
  note: string;
  /** For a POSIX shell; empty where the project's own tool is started in a way that is not known here. */
  commands: string[];
}

/** What to do around the migration, with the commands; empty where nothing is to be executed, or must not be. */
export function runbookOf({ facts, verdict }: Pick<DatabaseRecord, 'facts' | 'verdict'>): RunbookStep[] {
  const { path: given, plan, snapshot, rehearsal } = facts;
  const isOpen = verdict === 'cleared' || verdict === 'warned';
  if (!isOpen || !migrates(facts) || snapshot === undefined) return [];
  const path = databaseName(given, snapshot);
  const database = shell(path);
  const beside = ['-wal', '-shm', '-journal'].map((suffix) => shell(`${path}${suffix}`));
  return [
    {
      title: 'Back up',
      note: 'This takes the WAL along, and nobody needs to stop; a plain copy of the file does not.',
      commands: [`sqlite3 ${database} ".backup 'backup.db'"`],
    },
    {
      title: 'Check the backup',
      note: 'It must answer ok.',
      commands: ['sqlite3 backup.db "PRAGMA integrity_check;"'],
    },
    ...(rehearsal.outcome === 'done' ? [execution(plan, database)] : []),
    {
      title: 'Roll back',
      note: 'Stop the application first. What lies beside the database belongs to the migrated one, and would damage the other.',
      commands: [
        `rm -f ${beside.join(' ')}`,
        `cp backup.db ${database}`,
        `sqlite3 ${database} "PRAGMA integrity_check;"`,
      ],
    },
  ];
}

/** There is something to execute. */
function migrates({ plan, command, rehearsal }: DatabaseFacts): boolean {
  if (command !== undefined) return rehearsal.outcome !== 'done' || command.copy === 'changed';
  return plan !== undefined && plan.pending.length > 0;
}

function execution(plan: Plan | undefined, database: string): RunbookStep {
  const step = (note: string, commands: string[] = []) => ({ title: 'Migrate' as const, note, commands });
  if (plan === undefined) return step('As rehearsed, with the same command.');
  const { profile, pending, command } = plan;
  const { name, foreignKeys, transaction } = profile;
  if (command !== undefined) return step('As rehearsed.', [command.replaceAll('DATABASE', database)]);
  if (name === 'plain' && !foreignKeys) {
    const runs = pending.map(({ file }) => `sqlite3 -bail ${database} < ${shell(file)}`);
    return step('As rehearsed: stop at the first error.', [runs.join(' &&\n')]);
  }
  // Other profiles stand for a runner of the project's own, whose command is not known here.
  return step(
    `With the project's own tool, as rehearsed: ${SCOPES[transaction]}, foreign keys ${foreignKeys ? 'on' : 'off'}.`,
  );
}

/** What the database of a snapshot is called once it is unpacked or restored. */
function databaseName(path: string, { kind }: SnapshotFacts): string {
  const unpacked = path.replace(/\.(gz|zst)$/i, '');
  return kind.startsWith('sql.') || kind === 'sql' ? unpacked.replace(/\.sql$/i, '.db') : unpacked;
}

/** A path as one word of a POSIX shell, and no option of the command that it is given to. */
function shell(path: string): string {
  const safe = path.startsWith('-') ? `./${path}` : path;
  return `'${safe.replaceAll("'", "'\\''")}'`;
}
