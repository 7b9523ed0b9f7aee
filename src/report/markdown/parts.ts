import { words } from '../escape.ts';

export interface Section {
  title: string;
  /** Markdown, escaped. */
  body: string;
}

export function folded({ title, body }: Section): string {
  return `<details><summary><b>${title}</b></summary>\n\n${body}\n\n</details>`;
}

/** A table; cells are markdown, escaped, and hold no line break. Columns with a right-aligned head end in `:`. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((title) => (title.endsWith(':') ? '---:' : '---'));
  return [line(head.map((title) => title.replace(/:$/, ''))), line(rule), ...rows.map(line)].join('\n');
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** A numbered list of plain sentences. */
export function numbered(sentences: readonly string[]): string {
  return sentences.map((sentence, at) => `${at + 1}. ${words(sentence)}`).join('\n');
}
