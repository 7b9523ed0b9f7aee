import { visible } from '../../text/visible.ts';

/**
 * `text` as the text of an XML or HTML element, or the value of an attribute in double quotes. Control characters, which
 * XML 1.0 has no way to write, are spelt out; so are the invisible ones.
 */
export function markupText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** The same, line by line; a tab is two blanks. */
export function markupLines(text: string): string {
  return text.replaceAll('\t', '  ').split(/\r?\n/).map(markupText).join('\n');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Attributes of an element, those left out that are not there. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${markupText(String(value))}"`)
    .join('');
}
