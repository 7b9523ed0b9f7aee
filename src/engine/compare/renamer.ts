import type { Rename } from '../../facts/changes.ts';
import { canonical } from '../../sql/canonical.ts';
import { foldName, quoteName } from '../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../sql/tokens.ts';

/** Carries names of *before* over to *after*. */
export interface Renamer {
  table(name: string): string;
  column(table: string, name: string): string;
  /** Canonical schema text with the new names in it; `table` limits column renames to that table of *before*. */
  text(definition: string, table?: string): string;
  /**
   * `after` is `before` with nothing but names changed, each to one that it may have now: two tables can have had a
   * column of the same name, and the text alone does not tell which of them is meant.
   */
  sameText(before: string, after: string): boolean;
}

export function renamer(renames: readonly Rename[]): Renamer {
  const tables = new Map(
    renames.filter(({ kind }) => kind === 'table').map(({ from, to }) => [foldName(from), to]),
  );
  const columns = renames.filter(({ kind }) => kind === 'column');
  const table = (name: string) => tables.get(foldName(name)) ?? name;
  const mayBecome = (word: string, now: string | undefined) =>
    renames.some(({ from, to }) => foldName(from) === word && foldName(to) === now);
  const isOf = (rename: Rename, owner: string) => foldName(rename.table) === foldName(table(owner));
  return {
    table,
    column: (owner, name) =>
      columns.find((rename) => isOf(rename, owner) && foldName(rename.from) === foldName(name))?.to ?? name,
    text(definition, owner) {
      const names = new Map([
        ...tables,
        ...columns
          .filter((rename) => owner === undefined || isOf(rename, owner))
          .map(({ from, to }) => [foldName(from), to] as const),
      ]);
      return names.size === 0 ? definition : replaceNames(definition, names);
    },
    sameText(before, after) {
      if (before === after) return true;
      const left = spelt(before);
      const right = spelt(after);
      return (
        left.length === right.length &&
        left.every((word, at) => word === right[at] || mayBecome(word, right[at]))
      );
    },
  };
}

function replaceNames(text: string, names: ReadonlyMap<string, string>): string {
  let result = '';
  let at = 0;
  for (const token of meaningfulTokens(text)) {
    if (token.kind !== 'word' && token.kind !== 'quoted') continue;
    const to = names.get(foldName(nameOf(text, token)));
    if (to === undefined) continue;
    result += text.slice(at, token.start) + quoteName(to);
    at = token.end;
  }
  return canonical(result + text.slice(at));
}

/** The tokens of a text, names without quotes and ASCII case. */
function spelt(text: string): string[] {
  return meaningfulTokens(text).map((token) => {
    const isName = token.kind === 'word' || token.kind === 'quoted';
    return isName ? foldName(nameOf(text, token)) : text.slice(token.start, token.end);
  });
}
