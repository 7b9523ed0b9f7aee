import type { DisasterClass } from '../../__tests__/support/disasters/classes.ts';
import { isFound } from '../../__tests__/support/faults/faults.ts';
import { type Outcome, withFault, withoutFault } from '../../__tests__/support/faults/plant.ts';
import { formatFinding, isAlarm } from '../../__tests__/support/golden/expected.ts';
import { truthOf } from '../../__tests__/support/golden/golden-case.ts';
import { caseMeasurer } from '../../__tests__/support/golden/measure-case.ts';
import { copied, runPlainly } from '../../__tests__/support/plain-run.ts';
import { databaseFrom } from '../../__tests__/support/scratch.ts';
import type { Finding } from '../../src/facts/finding.ts';
import { carefulScript } from './careful-script.ts';
import type { Raised } from './score.ts';
import { isInstalled, sqldiff } from './sqldiff.ts';
import type { Trial } from './trial.ts';

const hasSqldiff = isInstalled();

function raised(trial: Trial, thisProgram: boolean): Raised {
  return {
    'a careful script': carefulScript(trial),
    'sqldiff --summary': hasSqldiff ? sqldiff(trial) : undefined,
    'this program': thisProgram,
  };
}

/** This program must name what is true of the case, rule and subject; a rule beside those of the class does not count. */
export async function tryUnsafe(folder: string, name: string, { rules }: DisasterClass): Promise<Raised> {
  const { trial, findings } = await tryCase(folder, name);
  const { findings: truth = [] } = truthOf(name);
  const wanted = truth.filter((finding) => {
    const [, rule = ''] = finding.split(' ');
    return isAlarm(finding) && rules.includes(rule);
  });
  const found = findings.map(formatFinding);
  return raised(trial, wanted.length > 0 && wanted.every((finding) => found.includes(finding)));
}

/** Any error or warning is a false alarm. */
export async function trySafe(folder: string, name: string): Promise<Raised> {
  const { trial, findings } = await tryCase(folder, name);
  return raised(trial, alarms(findings).length > 0);
}

export function tryFault(folder: string, kind: string, seed: number): Raised {
  const outcome = withFault(folder, kind, seed);
  return raised(trialOf(outcome), isFound(outcome.fault, outcome.findings));
}

export function tryHarmless(folder: string, seed: number): Raised {
  const outcome = withoutFault(folder, seed);
  return raised(trialOf(outcome), alarms(outcome.findings).length > 0);
}

async function tryCase(folder: string, name: string): Promise<{ trial: Trial; findings: Finding[] }> {
  const { golden, record } = await caseMeasurer(folder)(name);
  const { findings } = record;
  const before = databaseFrom(folder, golden.schema);
  const [migration] = golden.settings.migrations?.files ?? [];
  if (migration === undefined) return { trial: { before, failed: false }, findings };
  const after = copied(before);
  const failed = runPlainly(after, migration.sql, golden.settings.profile.name) !== undefined;
  return { trial: { before, after, failed }, findings };
}

function trialOf({ before, after }: Outcome): Trial {
  return { before, after, failed: false };
}

function alarms(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity !== 'notice');
}
