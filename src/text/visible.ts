/**
 * Control and format characters (bidirectional ones among them), line separators, lone surrogates, and whatever is
 * shown as nothing. The variation selector stays: it makes an emoji of what it follows, and ours are in the log.
 */
const INVISIBLE = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** `text` on one line, with every invisible character spelt out: `\u{202e}`. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
