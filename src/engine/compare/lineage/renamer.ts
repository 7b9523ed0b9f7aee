import type { Rename } from '../../../facts/changes.ts';
import type { Table } from '../../../facts/schema.ts';
import { foldName, sameName } from '../../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../../sql/tokens.ts';
import type { TablePair } from './pairing.ts';

/** Carries names of *before* over to *after*. */
export interface Renamer {
  table(name: string): string;
  column(table: string, name: string): string;
  /**
   * `after` is `before` with nothing but names changed, each to one that it may have now: two tables can have had a
   * column of the same name, and a function or a keyword can be spelt like one; the text alone does not tell which of
   * them is meant. `of`: the table that both texts are a part of, where they can speak of no other.
   */
  sameText(before: string, after: string, of?: Pick<TablePair, 'before' | 'after'>): boolean;
}

export function renamer(renames: readonly Rename[]): Renamer {
  const tables = new Map(
    renames.filter(({ kind }) => kind === 'table').map(({ from, to }) => [foldName(from), to]),
  );
  const columns = renames.filter(({ kind }) => kind === 'column');
  const table = (name: string) => tables.get(foldName(name)) ?? name;
  const isOf = (rename: Rename, owner: string) => foldName(rename.table) === foldName(table(owner));
  return {
    table,
    column: (owner, name) =>
      columns.find((rename) => isOf(rename, owner) && foldName(rename.from) === foldName(name))?.to ?? name,
    sameText(before, after, of) {
      const left = spelt(before);
      const right = spelt(after);
      const known = of === undefined ? renames : renames.filter((rename) => isOf(rename, of.before.name));
      const taken = of === undefined ? [] : namesTakenAgain(known, of.after);
      const stays = (word: string, at: number) =>
        word === right[at] && (!taken.includes(word) || left[at + 1] === '(');
      const follows = (word: string, at: number) =>
        known.some(({ from, to }) => foldName(from) === word && foldName(to) === right[at]);
      return left.length === right.length && left.every((word, at) => stays(word, at) || follows(word, at));
    },
  };
}

/** Former names of columns that another column has now: where one of them stays, it is another column that is meant. */
function namesTakenAgain(renames: readonly Rename[], { columns }: Table): string[] {
  const has = (column: string) => columns.some(({ name }) => sameName(name, column));
  return renames
    .filter(({ kind, from, to }) => kind === 'column' && has(from) && has(to))
    .map(({ from }) => foldName(from));
}

/** The tokens of a text, names without quotes and ASCII case. */
function spelt(text: string): string[] {
  return meaningfulTokens(text).map((token) => {
    const isName = token.kind === 'word' || token.kind === 'quoted';
    return isName ? foldName(nameOf(text, token)) : text.slice(token.start, token.end);
  });
}
