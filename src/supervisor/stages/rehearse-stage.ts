import type { CommandFacts } from '../../facts/command.ts';
import type { Plan } from '../../facts/plan.ts';
import type { RehearsalFacts } from '../../facts/rehearsal.ts';
import { untouchedStatements } from '../../plan/statement-facts.ts';
import { rehearseByCommand } from '../command/run-command.ts';
import { type FactsPart, notRehearsed } from '../facts-part.ts';
import { LEAST_BYTES, TemporaryFiles } from '../temporary-files.ts';
import type { DatabaseCopies } from './inspect-stage.ts';
import { RehearsalNotes } from './rehearsal-notes.ts';
import { runTask, type StageContext } from './stage-context.ts';

export type RehearsalPart = FactsPart<{ rehearsal: RehearsalFacts; command?: CommandFacts }>;

/** Migrates *after*: by the project's own tool, by the plan, or not at all. */
export async function rehearse(
  context: StageContext,
  copies: DatabaseCopies,
  plan: Plan | undefined,
): Promise<RehearsalPart> {
  const { command, snapshot } = context.request;
  if (command !== undefined) return await rehearseByCommand(context, command, { ...copies, path: snapshot });
  const idle = notRehearsed(copies.sqlite);
  if (plan === undefined) return { facts: { rehearsal: idle } };
  if (plan.problems.some(({ refuses }) => refuses)) {
    return { facts: { rehearsal: { ...idle, outcome: 'refused', statements: untouchedStatements(plan) } } };
  }
  return await rehearsePlan(context, copies, plan);
}

async function rehearsePlan(
  context: StageContext,
  { before, after, sqlite, snapshot }: DatabaseCopies,
  plan: Plan,
): Promise<RehearsalPart> {
  const notes = new RehearsalNotes(plan);
  const { samples } = context.request;
  const request = { database: after, fresh: before, plan, samples };
  const isSmall = snapshot.databaseBytes < LEAST_BYTES;
  const files = new TemporaryFiles();
  const end = await runTask(context, ['rehearse', 'rehearse'], request, {
    progress: (progress) => notes.take(progress),
    ...(!isSmall && { started: (pid) => files.start(pid) }),
  });
  const temp = isSmall ? 0 : files.end();
  if (end.result !== undefined) {
    return { facts: { rehearsal: withTemp(end.result, temp) }, timings: { rehearsal: end.ms } };
  }
  const [{ kind }] = end.incidents;
  const rehearsal = notes.facts(kind === 'timeout' ? 'timeout' : 'crashed', sqlite);
  return { facts: { rehearsal }, incidents: end.incidents };
}

function withTemp(rehearsal: RehearsalFacts, temp: number | undefined): RehearsalFacts {
  const { peak } = rehearsal;
  return peak === undefined || temp === undefined ? rehearsal : { ...rehearsal, peak: { ...peak, temp } };
}
