import { prose } from '../../shared/escape.ts';

export interface Section {
  /** Ours, or escaped. */
  title: string;
  /** Markdown, escaped. */
  body: string;
}

/** GitHub reads markdown inside the element only after an empty line. */
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

/** One bullet, with a list of its own below it. */
export function nested(item: string, items: readonly string[]): string {
  return [item, ...items.map((inner) => `  - ${inner}`)].join('\n');
}

/** A numbered list of sentences. */
export function numbered(sentences: readonly string[]): string {
  return sentences.map((sentence, at) => `${at + 1}. ${prose(sentence)}`).join('\n');
}

/** Names of one kind; those beyond `most` are counted, and the facts for machines have them. */
export function listed(items: readonly string[], most = 40): string {
  const rest = items.length - most;
  return rest > 0 ? `${items.slice(0, most).join(', ')} and ${rest} more` : items.join(', ');
}

/** The parts that are there, as paragraphs. */
export function paragraphs(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

export const TICK = '✅';
export const CROSS = '❌';
export const CAUTION = '⚠️';
