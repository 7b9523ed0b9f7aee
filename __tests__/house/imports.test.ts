import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { scratchFolder } from '../support/scratch.ts';

const root = join(import.meta.dirname, '../..');
const house = scratchFolder();

/** [file, what it imports, allowed]: one line for each arrow that must hold, and some that must stay possible. */
const arrows: [string, string, boolean][] = [
  ['src/facts/a.ts', '../judge/rule.ts', false],
  ['src/sql/a.ts', '../facts/plan.ts', false],
  ['src/text/a.ts', '../report/json.ts', false],
  ['src/plan/a.ts', '../engine/task.ts', false],
  ['src/plan/a-ok.ts', '../sql/tokens.ts', true],
  ['src/settings/a.ts', '../judge/judge.ts', false],
  ['src/settings/a-ok.ts', '../facts/settings.ts', true],
  ['src/settings/b-ok.ts', '../sql/tokens.ts', true],
  ['src/engine/measure/a.ts', '../../supervisor/supervisor.ts', false],
  ['src/engine/measure/b.ts', 'better-sqlite3', false],
  ['src/engine/sqlite/connection.ts', 'better-sqlite3', true],
  ['src/supervisor/a.ts', 'better-sqlite3', false],
  ['src/supervisor/b.ts', '../report/json.ts', false],
  ['src/judge/a.ts', '../engine/compare/compare.ts', false],
  ['src/judge/rules/a.ts', '../../report/json.ts', false],
  ['src/report/a.ts', '../judge/verdict.ts', false],
  ['src/report/b.ts', '@actions/core', false],
  ['src/host/a.ts', '../engine/task.ts', false],
  ['src/host/terminal.ts', '@actions/core', false],
  ['src/host/github.ts', '@actions/core', true],
  ['src/host/publish/artifacts.ts', '@actions/artifact', true],
];

it('the linter refuses every import against the flow, and only those', () => {
  const config = readFileSync(join(root, 'biome.json'), 'utf8').replace(/^\s*"\$schema".*$/m, '');
  writeFileSync(join(house, 'biome.json'), config);
  for (const [file, from] of arrows) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), `import * as it from '${from}';\nconsole.log(it);\n`);
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    {
      cwd: house,
      encoding: 'utf8',
    },
  );
  const refused = new Set(
    [...stdout.matchAll(/noRestrictedImports.*?"path":\s*"([^"]+)"/gs)].map(([, path]) => path),
  );
  for (const [file, from, allowed] of arrows)
    expect([file, from, !refused.has(file)]).toEqual([file, from, allowed]);
});

it('every room of src has its arrows', () => {
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const { overrides } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as {
    overrides: { includes: string[] }[];
  };
  const covered = overrides.map(({ includes }) => includes[0]);
  for (const room of rooms) expect(covered).toContain(`src/${room}/**`);
});
