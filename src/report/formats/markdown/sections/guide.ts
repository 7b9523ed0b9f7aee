import type { DatabaseFacts } from '../../../../facts/database.ts';
import type { DatabaseRecord } from '../../../../facts/record.ts';
import { extraWhileItRuns } from '../../../../facts/rehearsal/rehearsal.ts';
import { codeBlock } from '../../../shared/escape.ts';
import { type RunbookStep, runbookOf } from '../../../shared/runbook.ts';
import { duration, size } from '../../../shared/units.ts';
import { paragraphs, type Section } from '../parts.ts';

/** Backup, and the command of the shell where the profile is the shell's. */
export function beforeYouExecute(database: DatabaseRecord): Section | undefined {
  const { snapshot, timings } = database.facts;
  const steps = runbookOf(database).filter(({ title }) => title !== 'Roll back');
  if (steps.length === 0 || snapshot === undefined) return undefined;
  const advice = [
    'On the machine of the database; its path there may be another.',
    'Keep the backup until the application has run on the migrated database for some days, and a copy of it on another disk.',
    `It takes about ${size(snapshot.databaseBytes)}.`,
    ...diskAdvice(database.facts),
    ...(timings.rehearsal === undefined ? [] : [`The rehearsal took ${duration(timings.rehearsal)}.`]),
  ];
  return { title: 'Before you execute', body: paragraphs(shellBlock(steps), advice.join(' ')) };
}

function diskAdvice({ before, rehearsal: { peak } }: DatabaseFacts): string[] {
  const bytes = peak === undefined || before === undefined ? 0 : extraWhileItRuns(peak, before.bytes);
  return bytes === 0 ? [] : [`While it runs, the migration needs up to ${size(bytes)} more on the disk.`];
}

/** Back to the backup. */
export function rollback(database: DatabaseRecord): Section | undefined {
  const steps = runbookOf(database).filter(({ title }) => title === 'Roll back');
  if (steps.length === 0) return undefined;
  const note = `${rehearsed(database.facts)} What is written after the backup is lost by it. The row counts to find again are under Data volume.`;
  return { title: 'Rollback', body: paragraphs(shellBlock(steps), note) };
}

function shellBlock(steps: readonly RunbookStep[]): string {
  const lines = steps.flatMap(({ title, note, commands }) => [`# ${title}. ${note}`, ...commands]);
  return codeBlock(lines.join('\n'), 'sh');
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
