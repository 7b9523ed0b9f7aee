import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PreflightRecord } from '../facts/record.ts';
import { renderAnnotations } from '../report/annotations.ts';
import { renderLog } from '../report/log.ts';
import { renderSummary } from '../report/summary.ts';
import type { Host, PublishOptions } from './host.ts';
import { planUploads, repositoryIsPrivate, uploadArtifacts } from './publish/artifacts.ts';
import { migratedDatabases, outputsOf } from './publish/outputs.ts';
import { type ReportFiles, writeReports } from './publish/reports.ts';
import { writer } from './writer.ts';

type Core = typeof import('@actions/core');

const FAILURES = {
  1: 'The migration has problems',
  2: 'The set-up is wrong',
  3: 'The preflight broke',
} as const;

/** A step of a GitHub Actions job: inputs from INPUT_*, everything else through the runner's files and commands. */
export function githubHost(env: NodeJS.ProcessEnv): Host {
  const temp = env.RUNNER_TEMP || tmpdir();
  const write = writer(process.stdout);
  // Loading it takes longer than a small database: it happens while the engine works.
  const loading = import('@actions/core');
  return {
    inputs: inputsOf(env),
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    defaultOutput: join(temp, 'preflight'),
    temp,
    progress: write,
    publish: async (record, options) =>
      await new Publication(await loading, env, write).publish(record, options),
  };
}

function inputsOf(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const inputs = Object.entries(env).filter(([name]) => name.startsWith('INPUT_'));
  return Object.fromEntries(
    inputs.map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value]),
  );
}

/** Everything that is said once the record is there. Outputs come before the step fails. */
class Publication {
  readonly #core: Core;
  readonly #env: NodeJS.ProcessEnv;
  readonly #write: (line: string) => void;

  constructor(core: Core, env: NodeJS.ProcessEnv, write: (line: string) => void) {
    this.#core = core;
    this.#env = env;
    this.#write = write;
  }

  async publish(record: PreflightRecord, options: PublishOptions): Promise<number> {
    this.#log(record);
    this.#annotate(record);
    const files = this.#reports(record, options.output);
    if (files === undefined) return 3;
    await this.#summary(record);
    for (const [name, value] of Object.entries(outputsOf(record, files))) this.#core.setOutput(name, value);
    await this.#artifacts(record, options, files);
    if (record.exitCode !== 0) this.#core.error(`${FAILURES[record.exitCode]}: verdict ${record.verdict}.`);
    return record.exitCode;
  }

  #log(record: PreflightRecord): void {
    for (const { title, lines } of renderLog(record)) {
      this.#core.startGroup(title);
      for (const line of lines) this.#write(line);
      this.#core.endGroup();
    }
  }

  #annotate(record: PreflightRecord): void {
    for (const { severity, title, message, file, line } of renderAnnotations(record)) {
      const place = {
        title,
        ...(file !== undefined && { file }),
        ...(line !== undefined && { startLine: line }),
      };
      this.#core[severity](message, place);
    }
  }

  #reports(record: PreflightRecord, folder: string): ReportFiles | undefined {
    try {
      return writeReports(record, folder);
    } catch (error) {
      this.#core.error(
        `${FAILURES[3]}: the reports cannot be written to ${folder}: ${(error as Error).message}. Give another folder as \`output\`.`,
      );
      return undefined;
    }
  }

  /** Best effort: a summary that cannot be written changes nothing. */
  async #summary(record: PreflightRecord): Promise<void> {
    if (!this.#env.GITHUB_STEP_SUMMARY) return;
    try {
      await this.#core.summary.addRaw(renderSummary(record)).write();
    } catch (error) {
      this.#core.warning(`The job summary was not written: ${(error as Error).message}`);
    }
  }

  async #artifacts(record: PreflightRecord, options: PublishOptions, files: ReportFiles): Promise<void> {
    const cancelled = record.databases.some(({ facts }) =>
      facts.incidents.some(({ kind }) => kind === 'cancelled'),
    );
    // A cancelled job has seconds left, and they belong to the report.
    if (cancelled) return;
    const databases = migratedDatabases(record);
    const isPrivate = repositoryIsPrivate(this.#env.GITHUB_EVENT_PATH);
    const { uploads, notices } = planUploads(
      options,
      { reports: [files.json, files.markdown], databases },
      isPrivate,
    );
    for (const notice of notices) this.#core.notice(notice);
    const { retentionDays } = options;
    const uploaded = await uploadArtifacts(uploads, this.#env, {
      warn: (text) => this.#core.warning(text),
      ...(retentionDays !== undefined && { retentionDays }),
    });
    for (const { kind, id, url } of uploaded) {
      this.#core.setOutput(`${kind}-artifact-id`, id);
      this.#core.setOutput(`${kind}-artifact-url`, url);
    }
  }
}
