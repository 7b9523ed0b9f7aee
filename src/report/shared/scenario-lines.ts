import type {
  CrashFacts,
  RerunFacts,
  RollbackFacts,
  ScenarioName,
  Scenarios,
} from '../../facts/rehearsal/scenarios.ts';
import { counted } from '../../text/numbers.ts';
import { profileWords } from '../../text/profile-words.ts';
import { duration } from './units.ts';

/** A sentence for each further rehearsal; without markup and with SQLite's own words in it: escape it. */
export function scenarioLines(scenarios: Scenarios): Record<ScenarioName, string> {
  const { profiles, rerun, rollback, crash, skipped } = scenarios;
  const reason = (name: ScenarioName) => skipped.find(({ rehearsal }) => rehearsal === name)?.reason;
  const not = (name: ScenarioName) => `not rehearsed${reason(name) === undefined ? '' : `: ${reason(name)}`}`;
  return {
    profiles: reason('profiles') === undefined ? variantsText(profiles) : not('profiles'),
    rerun: rerun === undefined ? not('rerun') : rerunText(rerun),
    rollback: rollback === undefined ? not('rollback') : rollbackText(rollback),
    crash: crash === undefined ? not('crash') : crashText(crash, reason('crash')),
  };
}

function variantsText(profiles: Scenarios['profiles']): string {
  if (profiles === undefined) return 'nothing had to be guessed';
  return profiles
    .map(({ profile, outcome, losses }) => {
      const how = profileWords(profile);
      if (outcome === 'cannot-run') return `${how}: the files do not run there`;
      return `${how}: ${losses.length === 0 ? 'loses nothing more' : `loses from ${counted(losses.length, 'table')}`}`;
    })
    .join('; ');
}

function rerunText({ outcome, stop }: RerunFacts): string {
  const texts = {
    'nothing-pending': 'nothing is pending any more',
    same: 'every statement runs again and changes nothing',
    differs: 'every statement runs again, and the database is changed once more',
    fails: `fails: ${stop?.message}`,
    refused: `the tool refuses: ${stop?.message}`,
  };
  return texts[outcome];
}

function rollbackText({ down, backup }: RollbackFacts): string {
  const restored = `backup restored in ${duration(backup.ms)}, ${backup.identical ? 'byte for byte' : 'NOT equal to the snapshot'}`;
  if (down === undefined) return restored;
  if (down.outcome === 'failed') return `the down migrations fail: ${down.stop?.message}; ${restored}`;
  const { tables, objects } = down.differences;
  const isExact = tables.length + objects.length === 0;
  return `the down migrations ${isExact ? 'bring everything back' : 'do not bring everything back'}; ${restored}`;
}

function crashText({ boundaries, points }: CrashFacts, stopped: string | undefined): string {
  if (boundaries === 0) return 'no stop is possible between two commits';
  const number = (outcome: string) => points.filter((point) => point.outcome === outcome).length;
  const results = [
    `${number('safe')} end as an undisturbed run`,
    ...(number('sticks') > 0 ? [`${number('sticks')} cannot be resumed`] : []),
    ...(number('unsafe') > 0 ? [`${number('unsafe')} lose or change data`] : []),
  ];
  const tried = `${points.length} of ${counted(boundaries, 'commit boundary', 'commit boundaries')} tried`;
  return `${tried}: ${results.join(', ')}${stopped === undefined ? '' : `; then ${stopped}`}`;
}
