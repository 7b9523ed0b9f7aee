import type { DatabaseFacts } from '../../../../facts/database.ts';
import type { Plan } from '../../../../facts/plan.ts';
import type { DatabaseRecord } from '../../../../facts/record.ts';
import { extraWhileItRuns } from '../../../../facts/rehearsal.ts';
import type { SnapshotFacts } from '../../../../facts/snapshot.ts';
import { SCOPES } from '../../../../text/scopes.ts';
import { codeBlock } from '../../../shared/escape.ts';
import { duration, size } from '../../../shared/units.ts';
import { paragraphs, type Section } from '../parts.ts';

/** There is something to execute. */
function migrates({ plan, command, rehearsal }: DatabaseFacts): boolean {
  if (command !== undefined) return rehearsal.outcome !== 'done' || command.copy === 'changed';
  return plan !== undefined && plan.pending.length > 0;
}

/** A database with the verdict over it: what was blocked, nobody is told to execute. */
type Executable = Pick<DatabaseRecord, 'facts' | 'verdict'>;

/** Backup, and the command of the shell where the profile is the shell's. */
export function beforeYouExecute({ facts, verdict }: Executable): Section | undefined {
  const { plan, snapshot, rehearsal, timings } = facts;
  if (!migrates(facts) || snapshot === undefined) return undefined;
  const database = shell(databaseName(facts.path, snapshot));
  const commands = [
    '# Back up. This takes the WAL along, and nobody needs to stop; a plain copy of the file does not.',
    `sqlite3 ${database} ".backup 'backup.db'"`,
    '# Verify the backup: it must answer ok.',
    'sqlite3 backup.db "PRAGMA integrity_check;"',
    ...(rehearsal.outcome === 'done' && verdict !== 'blocked' ? execution(plan, database) : []),
  ];
  const advice = [
    'On the machine of the database; its path there may be another.',
    'Keep the backup until the application has run on the migrated database for some days, and a copy of it on another disk.',
    `It takes about ${size(snapshot.databaseBytes)}.`,
    ...diskAdvice(facts),
    ...(timings.rehearsal === undefined ? [] : [`The rehearsal took ${duration(timings.rehearsal)}.`]),
  ];
  return {
    title: 'Before you execute',
    body: paragraphs(codeBlock(commands.join('\n'), 'sh'), advice.join(' ')),
  };
}

function diskAdvice({ before, rehearsal: { peak } }: DatabaseFacts): string[] {
  const bytes = peak === undefined || before === undefined ? 0 : extraWhileItRuns(peak, before.bytes);
  return bytes === 0 ? [] : [`While it runs, the migration needs up to ${size(bytes)} more on the disk.`];
}

function execution(plan: Plan | undefined, database: string): string[] {
  if (plan === undefined) return ['# Migrate as rehearsed, with the same command.'];
  const { profile, pending, command } = plan;
  const { name, foreignKeys, transaction } = profile;
  if (command !== undefined) return ['# Migrate as rehearsed.', command.replaceAll('DATABASE', database)];
  if (name === 'plain' && !foreignKeys) {
    const runs = pending.map(({ file }) => `sqlite3 -bail ${database} < ${shell(file)}`);
    return ['# Migrate as rehearsed: stop at the first error.', runs.join(' &&\n')];
  }
  // Other profiles stand for a runner of the project's own, whose command is not known here.
  const how = `${SCOPES[transaction]}, foreign keys ${foreignKeys ? 'on' : 'off'}`;
  return [`# Migrate with the project's own tool, as rehearsed: ${how}.`];
}

/** What the database of a snapshot is called once it is unpacked or restored. */
function databaseName(path: string, { kind }: SnapshotFacts): string {
  const unpacked = path.replace(/\.(gz|zst)$/i, '');
  return kind.startsWith('sql.') || kind === 'sql' ? unpacked.replace(/\.sql$/i, '.db') : unpacked;
}

/** Back to the backup. */
export function rollback(facts: DatabaseFacts): Section | undefined {
  const { path: given, snapshot } = facts;
  if (!migrates(facts) || snapshot === undefined) return undefined;
  const path = databaseName(given, snapshot);
  const database = shell(path);
  const beside = ['-wal', '-shm', '-journal'].map((suffix) => shell(`${path}${suffix}`));
  const commands = [
    '# Stop the application. What lies beside the database belongs to the migrated one, and would damage the other.',
    `rm -f ${beside.join(' ')}`,
    `cp backup.db ${database}`,
    `sqlite3 ${database} "PRAGMA integrity_check;"`,
  ];
  const note = `${rehearsed(facts)} What is written after the backup is lost by it. The row counts to find again are under Data volume.`;
  return { title: 'Rollback', body: paragraphs(codeBlock(commands.join('\n'), 'sh'), note) };
}

function rehearsed({ scenarios }: DatabaseFacts): string {
  const { down, backup } = scenarios?.rollback ?? {};
  if (backup === undefined) return 'The rollback was not rehearsed.';
  const equal = backup.identical ? 'byte for byte the snapshot again' : '**not the snapshot again**';
  const restored = `Rehearsed: the backup was put in the place of the migrated database in ${duration(backup.ms)}, and it is ${equal}.`;
  if (down === undefined) return restored;
  const { tables, objects } = down.differences;
  const isExact = down.outcome === 'done' && tables.length + objects.length === 0;
  return `${restored} The down migrations ${isExact ? 'bring everything back too' : 'do not bring everything back: see the findings'}.`;
}

/** A path as one word of a POSIX shell, and no option of the command that it is given to. */
function shell(path: string): string {
  const safe = path.startsWith('-') ? `./${path}` : path;
  return `'${safe.replaceAll("'", "'\\''")}'`;
}
