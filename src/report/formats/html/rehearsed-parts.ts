import type { DatabaseRecord } from '../../../facts/record.ts';
import { counted } from '../../../text/numbers.ts';
import { runbookOf } from '../../shared/runbook.ts';
import { scenarioLines } from '../../shared/scenario-lines.ts';
import { placeText } from '../../shared/units.ts';
import { copyable, el, type Html, table } from './element.ts';
import { sqlText } from './sql-text.ts';

const TITLES = {
  rerun: 'A second run',
  crash: 'A crash in the middle, and a run after it',
  rollback: 'Rollback',
  profiles: 'Other ways in which production may execute',
} as const;

/** What else was rehearsed, and what came of it. */
export function whatIf({ facts }: DatabaseRecord): Html[] {
  const { scenarios } = facts;
  if (scenarios === undefined) return [];
  const lines = scenarioLines(scenarios);
  const names = ['rerun', 'crash', 'rollback', 'profiles'] as const;
  const points = (scenarios.crash?.points ?? []).map(({ title, outcome, stop, ...place }) => [
    title,
    el('code', {}, placeText(place)),
    outcome,
    stop?.message ?? '',
  ]);
  return [
    table(
      ['if', 'then'],
      names.map((name) => [TITLES[name], lines[name]]),
    ),
    ...(points.length === 0
      ? []
      : [
          el(
            'details',
            {},
            el(
              'summary',
              {},
              counted(points.length, 'moment at which it was stopped', 'moments at which it was stopped'),
            ),
            table(['stopped after', 'place', 'outcome', 'the next run'], points),
          ),
        ]),
  ];
}

/** The steps in production, each with a box to tick; nothing is stored. */
export function runbook(database: DatabaseRecord): Html[] {
  const steps = runbookOf(database).map(({ title, note, commands }) =>
    el(
      'li',
      {},
      el('label', {}, el('input', { type: 'checkbox' }), ' ', el('strong', {}, title)),
      el('p', {}, note),
      ...commands.map((command) => copyable(command, `${title}: ${command}`)),
    ),
  );
  const next = database.nextSteps.map((step) => el('li', {}, step));
  return [
    ...(next.length === 0 ? [] : [el('h3', {}, 'What to do next'), el('ol', {}, ...next)]),
    ...(steps.length === 0 ? [] : [el('h3', {}, 'Runbook'), el('ol', { class: 'runbook' }, ...steps)]),
  ];
}

/** What must be true for success; what is not comes first. */
export function criteria({ criteria: all, risk }: DatabaseRecord): Html[] {
  if (all.length === 0) return [];
  const lines = all
    .toSorted((left, right) => Number(left.met) - Number(right.met))
    .map(({ text, met }) => el('li', { class: met ? 'met' : 'unmet' }, `${met ? '✓' : '✗'} ${text}`));
  const reasons = risk.reasons.map((text) => el('li', {}, text));
  return [
    el('ul', { class: 'plain-list' }, ...lines),
    el('h3', {}, `Risk: ${risk.level}`),
    el('ul', {}, ...reasons),
  ];
}

/** The checks by hand with what was measured. */
export function verification(queries: readonly string[]): Html[] {
  if (queries.length === 0) return [];
  const text = queries.join('\n');
  return [el('h3', {}, 'Verify by hand'), copyable(text, 'Verification queries', sqlText(text))];
}
