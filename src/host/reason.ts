/** What was thrown, in one line. */
export function reasonOf(thrown: unknown): string {
  // Not `instanceof Error`: what comes out of another realm is none.
  const message = (thrown as { message?: unknown } | null | undefined)?.message;
  const text = typeof message === 'string' && message !== '' ? message : String(thrown);
  return text.split(/[\r\n]/, 1)[0] ?? '';
}
