import { type Comparison, endOfTool, isSame } from './compare.ts';
import type { Tool } from './tool.ts';
import { byCommand, notRun } from './tools/index.ts';

export interface Result {
  tool: Tool;
  version: string;
  comparisons: Comparison[];
}

/** docs/conformance.md: nothing in it changes from one run to the next unless a tool or the rehearsal does. */
export function page(results: readonly Result[]): string {
  const count = results.reduce((sum, { comparisons }) => sum + comparisons.length, 0);
  const equal = results.reduce((sum, { comparisons }) => sum + comparisons.filter(isSame).length, 0);
  return `# Conformance

<!-- npm run conformance -- --write writes this page. -->

Does the rehearsal end where the real tool ends? \`npm run conformance\` runs both on the same snapshot with the same files, and compares what they leave: every object of the schema by its text, every row of every table, the tool's own rows included. ${equal} of ${count} end the same.

The tools are those of \`conformance/package.json\` and of Debian. They are no part of the product; \`npm ci --prefix conformance\` installs them.

${results.map(section).join('\n')}
## Not run

These are not to be had from npm or from Debian. Their behaviour was read in their source.

| tool | source |
|---|---|
${notRun.map(({ name, source }) => `| ${name} | ${source} |`).join('\n')}

${byCommand.join(', ')} run as themselves, by \`command\`: there is no rehearsal of their files to compare them with.
`;
}

function section({ tool, version, comparisons }: Result): string {
  const excluded = Object.entries(tool.volatile).map(([column, how]) =>
    how === 'type' ? `\`${column}\` (by type alone)` : `\`${column}\` (not at all)`,
  );
  const named =
    excluded.length === 0 ? '' : ` Of its own table, these are compared otherwise: ${excluded.join(', ')}.`;
  const profile = tool.profile === undefined ? '' : `, \`profile: ${tool.profile}\``;
  return `## ${tool.name}

Version ${version}, \`layout: ${tool.layout}\`${profile}.${named}${tool.note === undefined ? '' : ` ${tool.note}`}

| scenario | the tool | the rehearsal |
|---|---|---|
${comparisons.map(row).join('\n')}
`;
}

function row(comparison: Comparison): string {
  const { scenario } = comparison;
  const ours = isSame(comparison) ? 'same' : '**differs**';
  return `| ${scenario.name} | ${cell(endOfTool(comparison))} | ${ours} |`;
}

/** In one cell of a table. */
function cell(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('|', '\\|').replace(/</g, '&lt;');
  return line.length <= 110 ? line : `${line.slice(0, 109).trimEnd()}…`;
}
