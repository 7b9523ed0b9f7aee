import type { DatabaseFacts } from '../../../../facts/database.ts';
import type { CommandFacts } from '../../../../facts/rehearsal/command.ts';
import { code, words } from '../../../shared/escape.ts';
import { commandCommits, endOf } from '../../../shared/reading.ts';
import { duration } from '../../../shared/units.ts';
import { bullets, listed, type Section } from '../parts.ts';

const COPIES = {
  changed: 'It changed the copy.',
  read: 'It read the copy and did not change it.',
  untouched: 'It did not even read the copy.',
  unchanged: 'It did not change the copy; this file system does not tell whether it read it.',
} as const;

/** How the project's own tool behaved, as far as the file shows it; and what this run did not rehearse. */
export function commandValidation(facts: DatabaseFacts, command: CommandFacts): Section {
  const { recorded, copy, longestWriteMs, snapshotTouched } = command;
  const lines = [
    `The command ${endOf(facts)}.`,
    ...(copy === undefined ? [] : [COPIES[copy]]),
    `Counted from the file: ${commandCommits(facts)} with a change.`,
    longestWriteMs === undefined
      ? 'How long it held the write lock was not measured: a rollback journal shows it, and none was seen (under WAL there is none).'
      : `Longest write lock: ${duration(longestWriteMs)} at least, by how long the rollback journal was seen.`,
    ...(snapshotTouched ? ['The snapshot itself is another one than before the command.'] : []),
    ...recorded.map(
      ({ tool, table, ids }) =>
        `${words(tool)} recorded in ${code(table)}: ${listed(ids.map((id) => code(id)))}.`,
    ),
    ...facts.incidents.map(({ task, kind, detail }) => `${task}: ${kind}, ${words(detail)}`),
    'Single statements: not seen. A second run: not-run. An interruption (crash) in the middle: not-run.',
  ];
  return { title: 'Script validation', body: bullets(lines) };
}
