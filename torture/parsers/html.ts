/**
 * The tags of a text as an HTML tokenizer finds them (html.spec.whatwg.org, "Tag open state"), each with its attributes;
 * comments, declarations and processing instructions by their first sign.
 */
export function tagsIn(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1] ?? '';
    if (/[!?]/.test(next)) found.push(`<${next}`);
    else if (/[a-z]/i.test(next) || (next === '/' && /[a-z]/i.test(text[at + 2] ?? ''))) {
      const tag = tagAt(text, at);
      found.push(tag.name);
      at = tag.end;
    }
  }
  return found;
}

/** Quoted values of attributes may hold anything, the end of a tag included. */
function tagAt(text: string, start: number): { name: string; end: number } {
  let quote = '';
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (/["']/.test(character)) quote = character;
    else if (character === '>') break;
  }
  const [name = '', ...attributes] = text
    .slice(start + 1, at)
    .trim()
    .split(/\s+/);
  return { name: [name.toLowerCase(), ...attributes].join(' '), end: at };
}
