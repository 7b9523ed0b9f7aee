import type { DatabaseFacts } from '../../facts/database.ts';
import { code, words } from '../escape.ts';
import { counted, placeText } from '../numbers.ts';
import { bullets, type Section } from './parts.ts';

/** How the script behaved: as rehearsed, an error and all; and what this run did not rehearse. */
export function validation({ plan, rehearsal }: DatabaseFacts): Section | undefined {
  if (plan === undefined || rehearsal.outcome === 'not-run') return undefined;
  const { failure, steps, commits, leftOpen } = rehearsal;
  const undone = steps.filter(({ rolledBack }) => rolledBack).length;
  const missing = steps.filter(({ status }) => status === 'not-run').length;
  const lines = [
    `Commits: ${commits}. Statements rolled back: ${undone}. Statements not run: ${missing}.`,
    ...(leftOpen ? ['A transaction was still open at the end.'] : []),
    ...(failure === undefined
      ? ['No statement failed.']
      : [
          `Error: ${words(failure.message)} (${code(failure.code)}${failure.file === '' ? '' : `, ${code(placeText(failure))}`}).`,
          ...kept(rehearsal),
        ]),
    'Not rehearsed in this run: a second run of the same migration, a crash in the middle of it, a way back.',
  ];
  return { title: 'Script validation', body: bullets(lines) };
}

function kept({ steps }: DatabaseFacts['rehearsal']): string[] {
  const stays = steps.filter(({ status, writes, rolledBack }) => status === 'done' && writes && !rolledBack);
  if (stays.length === 0) return ['After the error nothing stays applied.'];
  const names = stays.map(({ title, file, line }) => `  - ${words(title)} (${code(`${file}:${line}`)})`);
  return [
    `After the error ${counted(stays.length, 'statement stays', 'statements stay')} applied:\n${names.join('\n')}`,
  ];
}
