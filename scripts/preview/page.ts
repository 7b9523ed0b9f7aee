import type { PreflightRecord } from '../../src/facts/record.ts';
import { icons } from '../../src/report/shared/icons.ts';

export interface Row {
  name: string;
  title: string;
  record: PreflightRecord;
}

/** A table with a line for each kind and a link for each file. */
export function page(rows: readonly Row[], files: readonly string[]): string {
  const head = ['kind', 'verdict', ...files].map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sample reports</title>
<style>
  body { font: 15px/1.4 system-ui, sans-serif; margin: 2em; }
  table { border-collapse: collapse; }
  th, td { border-bottom: 1px solid #ccc; padding: 0.4em 0.8em; text-align: left; vertical-align: top; }
  th small { display: block; font-weight: normal; max-width: 40em; overflow-wrap: anywhere; }
</style>
<h1>Sample reports</h1>
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.map((row) => line(row, files)).join('\n')}
</tbody>
</table>
</html>
`;
}

function line({ name, title, record }: Row, files: readonly string[]): string {
  const kind = `<th scope="row">${escaped(name)}<small>${escaped(title)}</small></th>`;
  const verdict = `<td>${icons[record.verdict]} ${record.verdict}, exit code ${record.exitCode}</td>`;
  const links = files.map((file) => `<td><a href="${escaped(`${name}/${file}`)}">${escaped(file)}</a></td>`);
  return `<tr>${[kind, verdict, ...links].join('')}</tr>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
