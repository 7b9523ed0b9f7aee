import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { change } from '../../__tests__/support/scratch.ts';
import { type Escape, escapes } from '../confinement/escapes.ts';
import { differences, fingerprint } from '../kit/fingerprint.ts';
import { sample } from '../kit/sample.ts';
import { attempt, type Ended } from '../kit/step.ts';
import { SMALL, workspaceWith } from '../kit/workspace.ts';
import type { Suite } from '../suite.ts';

const COUNT = escapes('').length;
const SECRET = 'zq7outside5xw';

export const confinement: Suite = {
  name: 'confinement',
  title: 'Escapes',
  promise:
    'Nothing that a migration, a dump or a config file says writes or reads outside of the private copy and the repository.',
  method: `${COUNT} escapes: ATTACH and VACUUM INTO in every spelling, directories of temporary files, extensions, functions and virtual tables over files, the dot commands of the shell, both drivers, links and paths that lead out. A folder beside the workspace must stay as it is, byte for byte, and a word in its files must appear nowhere.`,
  count: COUNT,
  missing: () => (process.platform === 'win32' ? 'links need rights on Windows' : undefined),
  async cases({ seed, count }) {
    const indexes = sample([...Array(COUNT).keys()], count, seed);
    return indexes.map((at) => ({
      name: escapes('')[at]?.name ?? '',
      run: (place) => tryEscape(place, at),
    }));
  },
};

async function tryEscape(place: string, at: number): Promise<string[]> {
  const out = join(place, 'out');
  mkdirSync(out);
  writeFileSync(join(out, 'secret.txt'), `SELECT '${SECRET}' FROM ${SECRET};\n${SECRET}: 1\n`);
  change(join(out, 'other.db'), `${SMALL} UPDATE t SET v = '${SECRET}';`);
  const wanted = escapes(out)[at];
  if (wanted === undefined) return ['there is no such escape'];
  const before = fingerprint(out);
  const ended = await run(place, wanted);
  const isRefused = ended.exitCode === 2;
  return [
    // An output folder inside of the repository is what the step asked for; one outside is refused.
    ...ended.problems.filter((problem) => !(isRefused && /appeared among the inputs/.test(problem))),
    ...differences(before, fingerprint(out)).map((problem) => `outside, ${problem}`),
    ...tracesIn(ended),
  ];
}

async function run(place: string, { sql, dump, config, inputs = {}, prepare }: Escape): Promise<Ended> {
  const workspace = workspaceWith(place, {
    database: SMALL,
    files: {
      ...(sql !== undefined && { 'm/1.sql': sql }),
      ...(dump !== undefined && { 'dump.sql': dump }),
      ...(config !== undefined && { 'preflight.yml': config }),
    },
  });
  prepare?.(workspace);
  const { event, ...given } = inputs;
  return await attempt({
    place,
    workspace,
    inputs: { database: 'app.db', ...(sql !== undefined && { migrations: 'm' }), rehearse: 'none', ...given },
    ...(event !== undefined && { env: { GITHUB_EVENT_NAME: event } }),
  });
}

function tracesIn({ stdout, stderr, summary, output }: Ended): string[] {
  const files = existsSync(output) ? readdirSync(output).map((name) => join(output, name)) : [];
  const texts = [stdout, stderr, summary, ...files.map((file) => readFileSync(file, 'latin1'))];
  return texts.some((text) => text.includes(SECRET))
    ? ['a word of a file outside is in what the run left']
    : [];
}
