/** Which files are mutated, and which tests are to notice. */
interface Target {
  /** Of paths of source files. */
  files: RegExp;
  /** Parts of paths of test files. */
  tests: readonly string[];
}

const COMPARE = ['engine/compare/'];
const PLAN = ['plan/', 'layouts/layouts', 'supervisor/further/'];
const JUDGE = ['judge/', 'cases/cases', 'report/'];

const targets: readonly Target[] = [
  {
    files: /\/(merge|records|evidence|btree|overflow|dirty-map|other-pages|shared-leaves|page-file)\.ts$/,
    tests: COMPARE,
  },
  { files: /\/(lineage|pairing)\.ts$/, tests: [...COMPARE, 'engine/locate/', 'judge/rules/', 'cases/cases'] },
  { files: /\/judge\/(.*\/)?(allow|criteria|verdict|risk|index-lost)\.ts$/, tests: JUDGE },
  { files: /\/escape\.ts$/, tests: ['report/'] },
  { files: /\/snapshot\/(copy|admit)\.ts$/, tests: ['engine/snapshot/', 'supervisor/damaged'] },
  { files: /\/plan\/(profiles|choose|compose)\.ts$/, tests: PLAN },
  { files: /\/layouts\//, tests: ['plan/', 'layouts/layouts'] },
  { files: /\/engine-process\.ts$/, tests: ['supervisor/'] },
  { files: /\/host\/publish\//, tests: ['host/'] },
];

export function isTarget(file: string): boolean {
  return targets.some(({ files }) => files.test(file));
}

/** The tests that are to notice a mutant of a file. */
export function testsOf(file: string, tests: readonly string[]): string[] {
  const parts = targets.filter(({ files }) => files.test(file)).flatMap((target) => target.tests);
  return tests.filter((test) => parts.some((part) => test.includes(part)));
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
