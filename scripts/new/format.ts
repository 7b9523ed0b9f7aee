import { camelCase, type Scaffold, withEntry } from './scaffold.ts';

/** A report file: its format, its test and its line in the registry. */
export function newFormat(name: string): Scaffold {
  const constant = camelCase(name);
  return {
    files: {
      [`src/report/formats/${name}/${name}.ts`]: `import type { PreflightRecord } from '../../../facts/record.ts';
import type { ReportFormat } from '../format.ts';

export const ${constant}: ReportFormat = {
  // With the ending that its readers expect; then \`npm run generate\`.
  file: 'report.${name}',
  output: 'report-${name}',
  title: 'For ${name}',
  render,
};

/** The file's text: the same record gives the same text, and nothing of a database is taken for syntax. */
function render({ verdict }: PreflightRecord): string {
  return \`\${verdict}\\n\`;
}
`,
      [`__tests__/report/formats/${name}/${name}.test.ts`]: `import { expect, it } from '@jest/globals';
import { ${constant} } from '../../../../src/report/formats/${name}/${name}.ts';
import { visible } from '../../../../src/text/visible.ts';
import { HOSTILE, hostileRecord } from '../../../report/hostile.ts';
import { blockedRecord } from '../../../support/record.ts';

it('tells each finding with its rule and place', () => {
  const record = blockedRecord();
  const text = ${constant}.render(record);
  for (const { rule } of record.findings) expect(text).toContain(rule);
});

it.each(HOSTILE)('is well-formed where a name is %j', (name) => {
  const text = ${constant}.render(hostileRecord(name));
  // Read it with a parser of the format instead, and ask for the name.
  expect(text).toContain(visible(name));
});
`,
    },
    edits: {
      'src/report/formats/index.ts': (text) =>
        withEntry(text, { name: constant, path: `./${name}/${name}.ts` }),
    },
  };
}
