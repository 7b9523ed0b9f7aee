/** One file that is written, in whole or in part, from what the sources say. */
export interface GeneratedPart {
  /** Relative to the root. */
  file: string;
  /** The file's text as it should be; `current` is what it is now, empty where it does not exist. */
  make(current: string): string;
}

/** The text with what stands between `<!-- name -->` and `<!-- /name -->` replaced; throws where there is no such place. */
export function between(text: string, name: string, part: string): string {
  const place = new RegExp(`(<!-- ${name} -->\n).*?(\n<!-- /${name} -->)`, 's');
  if (!place.test(text)) throw new Error(`there is no <!-- ${name} --> … <!-- /${name} -->`);
  return text.replace(place, (_, start: string, end: string) => `${start}${part}${end}`);
}

/** A Markdown table. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}
