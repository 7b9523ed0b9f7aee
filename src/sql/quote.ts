/** `name` as an SQL identifier. Double quotes with doubling are the only form that can quote every name. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `text` as an SQL string literal. `text` must not hold NUL. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Names are equal for SQLite when they differ in ASCII case only. */
export function sameName(left: string, right: string): boolean {
  return foldName(left) === foldName(right);
}

/** The same names in the same order. */
export function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name, at) => sameName(name, right[at] as string));
}

/** The key under which a name is looked up: ASCII letters in lower case, nothing else changed. */
export function foldName(name: string): string {
  return /[A-Z]/.test(name) ? name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : name;
}
