import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PreflightRecord } from '../facts/record.ts';
import { renderAnnotations } from '../report/formats/annotations/annotations.ts';
import { renderLog } from '../report/formats/log/log.ts';
import { watchedInLines } from './activity-log.ts';
import { changeBase } from './change-base.ts';
import { endingOf, FAULTS } from './failure.ts';
import type { Host, PublishOptions } from './host.ts';
import { isKnownPrivate, planUploads } from './publish/artifacts.ts';
import { linesOf, outputsOf } from './publish/outputs.ts';
import { Step } from './publish/step.ts';
import { type Uploaded, uploadArtifacts } from './publish/upload.ts';
import { type WrittenReport, writeReports } from './publish/write-reports.ts';
import { writeSummary } from './publish/write-summary.ts';
import { reasonOf } from './reason.ts';
import { writer } from './writer.ts';

/** GitHub keeps ten errors of a step; the last word on a run that failed is one of them. */
const ERRORS_BEFORE_THE_LAST = 9;

/** A step of a GitHub Actions job: inputs from INPUT_*, everything else through the runner's files and commands. */
export function githubHost(env: NodeJS.ProcessEnv): Host {
  const temp = env.RUNNER_TEMP || tmpdir();
  const write = writer(process.stdout);
  const change = changeBase(env);
  // Loading it takes longer than a small database: it happens while the engine works.
  const loading = import(/* webpackChunkName: "actions-core" */ '@actions/core');
  // Nobody waits for it yet: a rejection must not end the process before the run has said why.
  loading.catch(() => {});
  return {
    inputs: inputsOf(env),
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    defaultOutput: join(temp, 'preflight'),
    ...(env.GITHUB_EVENT_NAME && { event: env.GITHUB_EVENT_NAME }),
    ...(change && { change }),
    progress: (text) => write(text),
    watch: watchedInLines((line) => write(line)),
    publish: async (record, options) => {
      const core = await loading.catch((error: unknown) => reasonOf(error));
      if (typeof core !== 'string') return await publish(new Step(core, write), env, record, options);
      // Without it no output and no annotation can be made, so nothing may look as if the gate had opened.
      write(`${FAULTS.preflight}: a part of the program could not be loaded: ${core}.`);
      return 3;
    },
  };
}

/** The runner keeps the dashes of an input's name, and puts it in upper case. */
function inputsOf(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const inputs = Object.entries(env).filter(([name]) => name.startsWith('INPUT_'));
  return Object.fromEntries(
    inputs.map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value]),
  );
}

/** Everything that is said once the record is there. All outputs are written before the step fails. */
async function publish(
  step: Step,
  env: NodeJS.ProcessEnv,
  record: PreflightRecord,
  options: PublishOptions,
): Promise<number> {
  log(step, record);
  const reports = writeReports(record, options.output);
  const { exitCode, failure } = endingOf(record, reports);
  annotate(step, record, failure !== undefined);
  const { problem } = writeSummary(record, env.GITHUB_STEP_SUMMARY);
  if (problem !== undefined) step.say('warning', `The job summary was not written: ${problem}.`);
  step.outputs(outputsOf(record, reports));
  if (!('problem' in reports)) await upload(step, env, record, reports, options);
  await commentOn(step, env, record, options);
  if (failure !== undefined) step.say('error', failure);
  return exitCode;
}

/** The evidence folded, the conclusion in the open. */
function log(step: Step, record: PreflightRecord): void {
  const groups = renderLog(record);
  for (const group of groups.slice(0, -1)) step.group(group);
  step.lines(groups.at(-1)?.lines ?? []);
}

function annotate(step: Step, record: PreflightRecord, fails: boolean): void {
  const most = fails ? { error: ERRORS_BEFORE_THE_LAST } : {};
  for (const annotation of renderAnnotations(record, most)) {
    step.say(annotation.severity, annotation.message, annotation);
  }
}

/** Best effort: a comment that is not written is a notice, and changes no verdict. */
async function commentOn(
  step: Step,
  env: NodeJS.ProcessEnv,
  record: PreflightRecord,
  { comment: wish }: PublishOptions,
): Promise<void> {
  if (wish === undefined || wish.when === 'never') return;
  // Loaded only where it is asked for.
  const { comment } = await import(/* webpackChunkName: "preflight" */ './publish/pull-request-comment.ts');
  const result = await comment(record, wish, env);
  if (result === undefined) return;
  if ('problem' in result) step.say('notice', result.problem);
  else step.outputs({ 'comment-url': result.url });
}

/** Best effort: what is not uploaded is a warning with the paths, and the verdict stays as it is. */
async function upload(
  step: Step,
  env: NodeJS.ProcessEnv,
  record: PreflightRecord,
  reports: readonly WrittenReport[],
  options: PublishOptions,
): Promise<void> {
  const { uploads, notice } = planUploads(record, reports, options, isKnownPrivate(env.GITHUB_EVENT_PATH));
  if (notice !== undefined) step.say('notice', notice);
  if (uploads.length === 0) return;
  const results = await step.folded('Uploading', () => uploadArtifacts(uploads, { ...options, env }));
  const sent = results.flatMap((result) => ('problem' in result ? [] : [result]));
  for (const [kind, own] of Map.groupBy(sent, (result) => result.upload.kind)) {
    const lines = inLines(own, record);
    step.outputs({
      [`${kind}-artifact-id`]: linesOf(lines.map((one) => one?.id)),
      [`${kind}-artifact-url`]: linesOf(lines.map((one) => one?.url)),
    });
  }
  const failed = results.filter((result) => 'problem' in result);
  for (const [problem, same] of Map.groupBy(failed, (result) => result.problem)) {
    const kinds = [...new Set(same.map((result) => result.upload.kind))].join(' and ');
    const files = same.flatMap((result) => result.upload.files).join(', ');
    step.say('warning', `Not uploaded: ${kinds}, because ${problem} The files are: ${files}`);
  }
}

type Sent = Exclude<Uploaded, { problem: string }>;

/** Artifacts with a database each stand in its line; what is shared has one line. */
function inLines(sent: readonly Sent[], { databases }: PreflightRecord): readonly (Sent | undefined)[] {
  if (sent.some(({ upload }) => upload.files.length > 1)) return sent;
  return databases.map(({ facts }) => sent.find(({ upload }) => upload.files[0] === facts.migratedDatabase));
}
