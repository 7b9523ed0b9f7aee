import type { PreflightRecord } from '../../facts/record.ts';
import { renderAnnotations } from '../../report/formats/annotations/annotations.ts';
import { renderLog } from '../../report/formats/log/log.ts';
import { endingOf } from '../failure.ts';
import type { PublishOptions } from '../host.ts';
import { isKnownPrivate, planUploads } from './artifacts.ts';
import { linesOf, outputsOf } from './outputs.ts';
import { comment } from './pull-request-comment.ts';
import type { Step } from './step.ts';
import { type Uploaded, uploadArtifacts } from './upload.ts';
import { type WrittenReport, writeReports } from './write-reports.ts';
import { writeSummary } from './write-summary.ts';

/** GitHub keeps ten errors of a step; the last word on a run that failed is one of them. */
const ERRORS_BEFORE_THE_LAST = 9;

/** Everything that is said once the record is there. All outputs are written before the step fails. */
export async function publishInStep(
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
