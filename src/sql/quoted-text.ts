/**
 * The text in double quotes that SQLite took for a name, quotes included, where it fails for that alone: where they are
 * enabled, such literals are texts (sqlite.org/quirks.html section 8). `message`: SQLite's own.
 */
export function textInDoubleQuotes(message: string): string | undefined {
  return /no such column: (".*") - should this be a string literal in single-quotes\?/s.exec(message)?.[1];
}
