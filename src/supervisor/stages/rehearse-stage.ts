import type { Plan } from '../../facts/plan.ts';
import type { CommandFacts } from '../../facts/rehearsal/command.ts';
import type { RehearsalFacts } from '../../facts/rehearsal/rehearsal.ts';
import { untouchedStatements } from '../../plan/statement-facts.ts';
import { rehearseByCommand } from '../command/run-command.ts';
import { type FactsPart, notRehearsed } from '../facts-part.ts';
import { LEAST_BYTES, TemporaryFiles } from '../temporary-files.ts';
import type { DatabaseCopies } from './inspect-stage.ts';
import { RehearsalNotes } from './rehearsal-notes.ts';
import { DOING, runTask, type StageContext } from './stage-context.ts';

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
  const positionOf = positions(plan);
  const {
    request: { samples, name: database },
    limits,
  } = context;
  const request = { database: after, fresh: before, plan, samples };
  const isSmall = snapshot.databaseBytes < LEAST_BYTES;
  const files = new TemporaryFiles();
  const end = await runTask(context, ['rehearse', 'rehearse'], request, {
    progress: (progress) => {
      notes.take(progress);
      if (!('started' in progress)) return;
      const detail = positionOf(progress.started);
      limits.watch({ database, doing: DOING.rehearse, detail }, 'runs');
    },
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

/** Says where a rehearsal is: `m/0002.sql:9, statement 3 of 7`. */
function positions({ steps }: Plan): (at: number) => string {
  const statements = steps.filter((step) => step.do === 'exec');
  return (at) => {
    const { file = '', line = '' } = statements[at] ?? {};
    return `${file}:${line}, statement ${at + 1} of ${statements.length}`;
  };
}

function withTemp(rehearsal: RehearsalFacts, temp: number | undefined): RehearsalFacts {
  const { peak } = rehearsal;
  return peak === undefined || temp === undefined ? rehearsal : { ...rehearsal, peak: { ...peak, temp } };
}
