import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PreflightRecord } from '../../src/facts/record.ts';
import { machine, output } from '../support/action.ts';
import { downloadsInto } from '../support/downloads.ts';
import { ResultsService } from '../support/results-service.ts';
import { scratchFolder, sha256, writeText } from '../support/scratch.ts';
import { type Publishing, publish } from './publishing.ts';
import { REPORT_FILES, recordOf } from './records.ts';

const folder = scratchFolder();
const download = downloadsInto(folder);
const PRIVATE = { repository: { private: true } };
const BOTH = ['migration-preflight', 'migration-preflight-database'];
let service: ResultsService;
let migrated: string;

beforeAll(() => {
  mkdirSync(join(folder, 'migrated'));
  migrated = join(folder, 'migrated', 'shop.migrated.db');
  // More than one block of the client's, and nothing that compresses.
  writeFileSync(migrated, randomBytes(9_000_000));
});
beforeEach(async () => {
  service = await new ResultsService().start();
});
afterEach(async () => await service.stop());

/** Publishes with the stand-in in reach. */
async function upload({ record = migratedRecord(), options, env, ...rest }: Publishing = {}) {
  const all = { ...service.env(), ...env };
  const result = await publish(folder, {
    record,
    options: { upload: 'auto', ...options },
    env: all,
    ...rest,
  });
  const said = result.commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
  return { ...result, said: said.map(({ name, data }) => `${name}: ${data}`) };
}

function migratedRecord(changes: Partial<PreflightRecord> = {}): PreflightRecord {
  return recordOf(changes, { migratedDatabase: migrated });
}

describe('the artifacts of a private repository', () => {
  it('come down as they went up, and are named in the outputs', async () => {
    const { exitCode, outputs, said, output: reports } = await upload({ event: PRIVATE });
    expect({ exitCode, said, names: service.names().sort() }).toEqual({ exitCode: 0, said: [], names: BOTH });
    const url = 'https://github.com/octo/shop/actions/runs/4711/artifacts';
    for (const kind of ['report', 'database']) {
      expect(outputs[`${kind}-artifact-url`]).toBe(`${url}/${outputs[`${kind}-artifact-id`]}`);
    }
    const [report, database] = [
      await download(BOTH[0] ?? '', service),
      await download(BOTH[1] ?? '', service),
    ];
    expect(readdirSync(report).sort()).toEqual(REPORT_FILES);
    expect(sha256(join(report, 'report.json'))).toBe(sha256(join(reports, 'report.json')));
    expect(sha256(join(database, 'shop.migrated.db'))).toBe(sha256(migrated));
  });

  it('are uploaded before the step fails', async () => {
    const { exitCode, said } = await upload({
      event: PRIVATE,
      record: migratedRecord({ verdict: 'blocked', exitCode: 1 }),
    });
    expect({ exitCode, names: service.names().sort() }).toEqual({ exitCode: 1, names: BOTH });
    expect(said).toEqual([expect.stringMatching(/^error: The migration has problems/)]);
  });
});

it('the artifacts of several databases are named in the lines of their databases', async () => {
  const files = ['b', 'c', 'd'].map((name) => writeText(folder, `${name}.migrated.db`, name));
  const record = recordOf();
  for (const migratedDatabase of files) {
    record.databases.push(...recordOf({}, { migratedDatabase }).databases);
  }
  const failing = 'CreateArtifact migration-preflight-database-c';
  service.failure = (call) => (call === failing ? 409 : undefined);
  const { outputs } = await upload({ event: PRIVATE, record });
  expect(outputs['migrated-database']).toBe(['', ...files].join('\n'));
  for (const kind of ['id', 'url']) {
    const lines = (outputs[`database-artifact-${kind}`] ?? '').split('\n');
    expect(lines.map((line) => line !== '')).toEqual([false, true, false, true]);
    expect(outputs[`report-artifact-${kind}`]).toMatch(/^.+$/);
  }
});

describe('what is uploaded', () => {
  const KEPT = expect.stringMatching(/^notice: The migrated database is not uploaded: .*`upload: all`/);
  const [report = ''] = BOTH;

  it.each([
    ['auto', { repository: { private: false, visibility: 'public' } }, [report], [KEPT]],
    ['auto', {}, [report], [KEPT]],
    ['auto', undefined, [report], [KEPT]],
    ['all', undefined, BOTH, []],
    ['report', PRIVATE, [report], []],
    ['never', PRIVATE, [], []],
  ] as const)('%s with the event %j', async (wish, event, names, said) => {
    const result = await upload({ ...(event && { event }), options: { upload: wish } });
    expect(service.names().sort()).toEqual(names);
    expect(result.said).toEqual(said);
    expect(result.exitCode).toBe(0);
  });

  it('is the report alone where nothing was migrated', async () => {
    const { said } = await upload({ record: recordOf() });
    expect({ said, names: service.names() }).toEqual({ said: [], names: [report] });
  });

  it('is nothing when the run was cancelled', async () => {
    const incidents = [
      { task: 'rehearse' as const, kind: 'cancelled' as const, detail: 'the run was cancelled' },
    ];
    const record = recordOf({ verdict: 'failed', exitCode: 3 }, { migratedDatabase: migrated, incidents });
    const { said, outputs } = await upload({ event: PRIVATE, record });
    expect(service.calls).toEqual([]);
    expect(said[0]).toBe('notice: Nothing is uploaded, because the run was cancelled.');
    expect(outputs.verdict).toBe('failed');
  });
});

describe('an upload that does not work', () => {
  it.each([
    [
      403,
      /^warning: Not uploaded: report, because .*\(403\).*: forced 403\. The files are: .*report\.html, .*report\.sarif$/,
    ],
    [
      409,
      /^warning: Not uploaded: report, because this run already has an artifact named migration-preflight\. Give each job its own `artifact-name`/,
    ],
  ])('with %i is a warning with the paths, and the verdict stays', async (status, warning) => {
    service.failure = (call) => (call.startsWith('CreateArtifact') ? status : undefined);
    const { exitCode, said, outputs } = await upload({ record: recordOf() });
    expect({ exitCode, verdict: outputs.verdict }).toEqual({ exitCode: 0, verdict: 'cleared' });
    expect(said).toEqual([expect.stringMatching(warning)]);
    expect(Object.keys(outputs).filter((name) => name.includes('artifact'))).toEqual([]);
  });

  it('leaves the other artifact alone', async () => {
    service.failure = (call) => (call === `CreateArtifact ${BOTH[0]}` ? 409 : undefined);
    const { said, outputs } = await upload({ event: PRIVATE });
    expect(service.names()).toEqual([BOTH[1]]);
    expect(said).toHaveLength(1);
    expect(outputs['database-artifact-id']).toBeDefined();
    expect(outputs['report-artifact-id']).toBeUndefined();
  });

  it('because of its name in this run is told from other refusals by the service itself', async () => {
    await upload({ record: recordOf() });
    const { said } = await upload({ record: recordOf() });
    expect(said).toEqual([expect.stringMatching(/already has an artifact named migration-preflight\./)]);
  });

  it.each([
    [
      'without a service',
      { ACTIONS_RESULTS_URL: undefined, ACTIONS_RUNTIME_TOKEN: undefined },
      /no artifact service here/,
    ],
    ['on GHES', { GITHUB_SERVER_URL: 'https://git.example.com' }, /this is git\.example\.com/],
    ['with a service that is gone', { ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/' }, /ECONNREFUSED/],
    ['with a token that is none', { ACTIONS_RUNTIME_TOKEN: 'x' }, /token/i],
  ])('%s is a warning', async (_, env, reason) => {
    const { exitCode, said, outputs } = await upload({ record: recordOf(), env });
    expect(exitCode).toBe(0);
    expect(outputs.verdict).toBe('cleared');
    expect(said.at(-1)).toMatch(/^warning: Not uploaded: report, because /);
    expect(said.at(-1)).toMatch(reason);
  });

  it('of both for one reason is one warning', async () => {
    const { said } = await upload({ event: PRIVATE, env: { GITHUB_SERVER_URL: 'https://git.example.com' } });
    expect(said).toEqual([
      expect.stringMatching(
        /^warning: Not uploaded: report and database, .*report\.md, .*shop\.migrated\.db$/,
      ),
    ]);
  });

  it('for its name, which would be a command in the log, is not tried', async () => {
    const options = { artifactName: 'x##[error]y' };
    const { said, commands } = await upload({ record: recordOf(), options });
    expect(service.calls).toEqual([]);
    expect(said).toEqual([expect.stringMatching(/what a log must not show/)]);
    expect(commands.filter(({ form }) => form === 'legacy')).toEqual([]);
  });

  it('for ever ends when the run is cancelled, with everything else said', async () => {
    service.failure = () => 'hang';
    let started = 0;
    const { exitCode, said, outputs } = await upload({
      record: migratedRecord({ verdict: 'blocked', exitCode: 1 }),
      started(child) {
        const waiting = setInterval(() => {
          if (service.calls.length === 0) return;
          clearInterval(waiting);
          started = performance.now();
          child.kill('SIGINT');
        }, 20);
      },
    });
    expect(exitCode).toBe(1);
    expect(outputs.verdict).toBe('blocked');
    expect(said).toContainEqual(
      expect.stringMatching(/^warning: Not uploaded: report, because the run was cancelled\./),
    );
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('all uploads together', () => {
  it('end within their limit', async () => {
    service.failure = () => 'hang';
    const source = `
      import { uploadArtifacts } from ${JSON.stringify(join(import.meta.dirname, '../../src/host/publish/upload.ts'))};
      const upload = { kind: 'report', name: 'x', files: [${JSON.stringify(migrated)}] };
      const limits = { env: process.env, limitMs: 300 };
      process.stderr.write(JSON.stringify((await uploadArtifacts([upload, upload], limits)).map(({ problem }) => problem)));
      process.exitCode = 7;
    `;
    const env = { ...machine(), ...service.env() };
    const child = spawn(process.execPath, ['--input-type=module', '--eval', source], { env });
    const { exitCode, stderr } = await output(child);
    const problem = 'it took longer than 0.005 minutes.';
    expect(JSON.parse(stderr)).toEqual([problem, problem]);
    expect(exitCode).toBe(7);
  });
});
