/** Which files are mutated, and which tests are to notice. */
interface Target {
  /** Of paths of source files. */
  files: RegExp;
  /** Parts of paths of test files. */
  tests: readonly string[];
  /** They start programs that run the files, so that nobody sees which tests come to which lines. */
  unseen?: true;
}

const COMPARE = ['engine/compare/'];
const PLAN = ['plan/', 'layouts/layouts', 'engine/rehearse/'];
const JUDGE = [
  'allow',
  'criteria',
  'verdict',
  'risk',
  'judge',
  'registry',
  'kit/command-commits',
  'rules/allowance-unused',
];

/** Only tests near by: one far away may notice too, but tells nobody where to look, and takes long to come to it. */
const targets: readonly Target[] = [
  { files: /\/content\/(pages|records)\//, tests: COMPARE },
  { files: /\/(lineage|pairing)\.ts$/, tests: [...COMPARE, 'engine/locate/', 'judge/rules/renamed'] },
  {
    files: /\/judge\/(.*\/)?(allow|criteria|verdict|risk)\.ts$/,
    tests: JUDGE.map((name) => `judge/${name}.test`),
  },
  { files: /\/index-lost\.ts$/, tests: ['rules/index-lost', 'judge/kit/causes', 'judge/registry'] },
  { files: /\/escape\.ts$/, tests: ['report/'] },
  { files: /\/snapshot\/(copy|file-content|inspect|unpack|validate)\.ts$/, tests: ['engine/snapshot/'] },
  { files: /\/plan\/(profiles|choose|compose)\.ts$/, tests: PLAN },
  { files: /\/layouts\//, tests: PLAN },
  { files: /\/engine-process\.ts$/, tests: ['supervisor/engine-process', 'supervisor/supervisor'] },
  {
    files: /\/host\/publish\//,
    tests: ['host/artifacts', 'host/github', 'host/publish', 'house/action'],
    unseen: true,
  },
];

export function isTarget(file: string): boolean {
  return targets.some(({ files }) => files.test(file));
}

/** The tests that are to notice a mutant of a file. */
export function testsOf(file: string, tests: readonly string[]): string[] {
  const parts = targets.filter(({ files }) => files.test(file)).flatMap((target) => target.tests);
  return tests.filter((test) => parts.some((part) => test.includes(part)));
}

export function isUnseen(file: string): boolean {
  return targets.some(({ files, unseen }) => unseen && files.test(file));
}

/** Fails where a row of the table meets no file, or a part of it no test. */
export function checkTargets(sources: readonly string[], tests: readonly string[]): void {
  for (const target of targets) {
    if (!sources.some((file) => target.files.test(file)))
      throw new Error(`no source file is ${target.files}`);
    const missing = target.tests.find((part) => !tests.some((test) => test.includes(part)));
    if (missing !== undefined) throw new Error(`no test file has ${missing} in its path`);
  }
}
