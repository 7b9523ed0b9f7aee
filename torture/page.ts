import type { Suite, Tally } from './suite.ts';

/** docs/reliability.md: each promise, how it is tested, and what the last run of its suite counted. */
export function reliabilityPage(suites: readonly Suite[], results: Readonly<Record<string, Tally>>): string {
  const rows = suites.map((suite) => {
    const { tries, failures, seed } = results[suite.name] ?? {};
    const counts = [tries, failures, seed].map((count) => count?.toLocaleString('en') ?? 'not run');
    return `| [${suite.title}](#${anchor(suite.title)}) | ${counts.join(' | ')} |`;
  });
  const sections = suites.map(
    (suite) =>
      `## ${suite.title}\n\n**Promise:** ${suite.promise}\n\n**Test:** ${suite.method}\n\n\`npm run torture -- --suite ${suite.name}\``,
  );
  return `${[INTRODUCTION, [HEAD, ...rows].join('\n'), ...sections].join('\n\n')}\n`;
}

const HEAD = '| suite | cases | failures | seed |\n| --- | ---: | ---: | ---: |';

const INTRODUCTION = `# Reliability

What the program promises when everything goes wrong, and how often that was tried. \`npm run torture -- --write\` runs the bundle that users run, as a process of its own on real files, and writes this page. A case is one run of the program, or one database of a run; a failure is a case in which any of this was not so:

- The exit code is 0, 1, 2 or 3, and exit code, outputs, log, job summary and reports say the same.
- A run that was killed, or in which the machine failed, clears nothing that was not wholly rehearsed.
- No byte, name or time of an input has changed, and nothing was added beside it.
- The run ends within its deadline; no process and no copy of the data is left, or the next run removes it.
- A migrated copy that was cleared can be read whole, and is equal to what a plain run of the migration makes.

Every case follows from a seed, so that \`npm run torture -- --suite NAME --seed N\` tries the same again. \`npm test\` runs a few cases of each suite.`;

/** As GitHub makes the anchor of a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
