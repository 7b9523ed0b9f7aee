import type { Rename } from '../../../facts/changes.ts';
import type { Table } from '../../../facts/schema.ts';
import { type SameName, sameExpressions } from '../../../sql/expression/implication.ts';
import { parseExpression } from '../../../sql/expression/parse.ts';
import { foldName, sameName } from '../../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../../sql/tokens.ts';
import type { TablePair } from './pairing.ts';

/** Carries names of *before* over to *after*. */
export interface Renamer {
  table(name: string): string;
  column(table: string, name: string): string;
  /**
   * Whether two texts of the schema say the same. They are compared word by word: a word of `before` may stay, or become
   * the new name of a renamed table or column. It may stay even where something of that name was renamed, because a word
   * alone does not tell whether it names that column, one of another table, a function or nothing at all. `owner`: the
   * table that both texts belong to, where they can name columns of no other; then only its renames count.
   */
  sameText(before: string, after: string, owner?: Owner): boolean;
  /** Whether two expressions of `owner` mean the same, however they are written. */
  sameExpression(before: string, after: string, owner: Owner): boolean;
  /** Whether a folded name of a column in an expression of *before* means the one of *after*. */
  sameColumn(owner: Owner): SameName;
}

/** A table on both sides. */
export type Owner = Pick<TablePair, 'before' | 'after'>;

export function renamer(renames: readonly Rename[]): Renamer {
  const tables = new Map(
    renames.filter(({ kind }) => kind === 'table').map(({ from, to }) => [foldName(from), to]),
  );
  const columns = renames.filter(({ kind }) => kind === 'column');
  const table = (name: string) => tables.get(foldName(name)) ?? name;
  const isOf = (rename: Rename, name: string) => foldName(rename.table) === foldName(table(name));
  const sameColumn = (owner: Owner): SameName => {
    const known = renames.filter((rename) => isOf(rename, owner.before.name));
    const taken = namesTakenAgain(known, owner.after);
    return (from, to) =>
      (from === to && !taken.includes(from)) ||
      known.some((rename) => foldName(rename.from) === from && foldName(rename.to) === to);
  };
  const renaming: Renamer = {
    table,
    column: (of, name) =>
      columns.find((rename) => isOf(rename, of) && foldName(rename.from) === foldName(name))?.to ?? name,
    sameText(before, after, owner) {
      const left = words(before);
      const right = words(after);
      const known =
        owner === undefined ? renames : renames.filter((rename) => isOf(rename, owner.before.name));
      const taken = owner === undefined ? [] : namesTakenAgain(known, owner.after);
      const stays = (word: string, at: number) =>
        word === right[at] && (!taken.includes(word) || left[at + 1] === '(');
      const follows = (word: string, at: number) =>
        known.some(({ from, to }) => foldName(from) === word && foldName(to) === right[at]);
      return left.length === right.length && left.every((word, at) => stays(word, at) || follows(word, at));
    },
    sameColumn,
    sameExpression(before, after, owner) {
      if (renaming.sameText(before, after, owner)) return true;
      const [left, right] = [parseExpression(before), parseExpression(after)];
      return left !== undefined && right !== undefined && sameExpressions(left, right, sameColumn(owner));
    },
  };
  return renaming;
}

/**
 * Names of renamed columns that another column of the table has in *after*. A text that still has such a name means that
 * other column, unless it calls a function of this name.
 */
function namesTakenAgain(renames: readonly Rename[], { columns }: Table): string[] {
  const has = (column: string) => columns.some(({ name }) => sameName(name, column));
  return renames
    .filter(({ kind, from, to }) => kind === 'column' && has(from) && has(to))
    .map(({ from }) => foldName(from));
}

/** The tokens of a text, names without quotes and ASCII case. */
function words(text: string): string[] {
  return meaningfulTokens(text).map((token) => {
    const isName = token.kind === 'word' || token.kind === 'quoted';
    return isName ? foldName(nameOf(text, token)) : text.slice(token.start, token.end);
  });
}
