/**
 * SQLite's LIKE for names: `%` any text, `_` any character, case ignored in ASCII only. The work is at most the pattern's
 * length times the name's, whatever signs there are.
 */
export function likePattern(pattern: string): (name: readonly string[]) => boolean {
  const signs = likeText(pattern);
  return (name) => matches(signs, name);
}

/** A name as patterns meet it: its characters, folded. */
export function likeText(name: string): readonly string[] {
  return [...name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())];
}

function matches(signs: readonly string[], text: readonly string[]): boolean {
  let [at, sign] = [0, 0];
  // Only the last `%` is ever gone back to: what an earlier one took is settled by then.
  let any: { at: number; sign: number } | undefined;
  while (at < text.length) {
    const current = signs[sign];
    if (current === '%') {
      any = { at, sign };
      sign += 1;
    } else if (current === '_' || current === text[at]) {
      at += 1;
      sign += 1;
    } else if (any !== undefined) {
      any.at += 1;
      at = any.at;
      sign = any.sign + 1;
    } else return false;
  }
  return signs.slice(sign).every((left) => left === '%');
}
