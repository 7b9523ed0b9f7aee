/** Names that all migrations of a tool share: their folder tells them apart. */
const SHARED = new Set(['up.sql', 'down.sql', 'migration.sql']);

/** A file as its tool's users call it: without its folder, unless only that tells it from the others. */
export function shortName(file: string): string {
  const parts = file.split('/');
  const base = parts.at(-1) ?? file;
  return SHARED.has(base) ? parts.slice(-2).join('/') : base;
}
