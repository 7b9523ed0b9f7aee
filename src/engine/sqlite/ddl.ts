import type { TableKey } from '../../facts/schema.ts';
import { canonicalSlice, withoutOuterParentheses } from '../../sql/canonical.ts';
import { foldName } from '../../sql/quote.ts';
import { meaningfulTokens, nameOf, type Token } from '../../sql/tokens.ts';

/** What only the CREATE TABLE text tells, and no pragma of the catalogue. All in canonical spelling. */
export interface TableText {
  checks: string[];
  /** By folded column name. */
  collations: Map<string, string>;
  generated: Map<string, string>;
  /** Upper-case ON CONFLICT by `constraintKey`; ABORT, which is what all do by themselves, is left out. */
  conflicts: Map<string, string>;
  /** Of each foreign key, in the order of the text, whether it is DEFERRABLE INITIALLY DEFERRED. */
  deferred: boolean[];
  autoincrement: boolean;
}

/** The name of a constraint among those of its table. */
export function constraintKey(kind: 'NOT NULL' | TableKey['kind'], columns: readonly string[]): string {
  return [kind, ...columns.map(foldName)].join('\0');
}

/** Reads a CREATE TABLE as SQLite stores it in sqlite_schema; a text that is none gives nothing. */
export function readTableText(sql: string): TableText {
  const result: TableText = {
    checks: [],
    collations: new Map(),
    generated: new Map(),
    conflicts: new Map(),
    deferred: [],
    autoincrement: false,
  };
  for (const definition of definitions(sql)) {
    readDefinition(sql, definition, result);
    // Nothing else may be called so, unless it is quoted.
    if (definition.some((token) => isWord(sql, token, 'autoincrement'))) result.autoincrement = true;
  }
  return result;
}

/** What stands between the outer parentheses of a CREATE, split at its commas. */
export function definitions(sql: string): Token[][] {
  const tokens = meaningfulTokens(sql);
  const open = tokens.findIndex((token) => text(sql, token) === '(');
  if (open === -1) return [];
  const result: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open)) {
    const character = text(sql, token);
    if (character === ')') depth -= 1;
    if (depth === 0 && character === ')') break;
    if (depth === 1 && character === ',') result.push([]);
    else if (depth > 0) result.at(-1)?.push(token);
    if (character === '(') depth += 1;
  }
  return result;
}

const TABLE_CONSTRAINTS = ['constraint', 'primary', 'unique', 'check', 'foreign'];

function readDefinition(sql: string, tokens: Token[], result: TableText): void {
  const first = tokens[0];
  if (first === undefined) return;
  const isColumn = !TABLE_CONSTRAINTS.some((word) => isWord(sql, first, word));
  const column = nameOf(sql, first);
  const says = (at: number, ...words: string[]) =>
    words.every((word, offset) => isWord(sql, tokens[at + offset], word));
  const columnsOf = (open: number) => (isColumn ? [column] : listed(sql, tokens, open));
  /** The constraint that an ON CONFLICT here belongs to. */
  let subject: string | undefined;
  for (let at = isColumn ? 1 : 0; at < tokens.length; at += 1) {
    if (text(sql, tokens[at]) === '(') at = closing(sql, tokens, at);
    else if (says(at, 'not', 'null')) subject = constraintKey('NOT NULL', [column]);
    else if (says(at, 'unique')) subject = constraintKey('UNIQUE', columnsOf(at + 1));
    else if (says(at, 'primary', 'key')) subject = constraintKey('PRIMARY KEY', columnsOf(at + 2));
    else if (says(at, 'on', 'conflict')) {
      const action = wordAt(sql, tokens, at + 2);
      if (subject !== undefined && action !== 'ABORT') result.conflicts.set(subject, action);
    } else if (says(at, 'check')) {
      // SQLite accepts ON CONFLICT behind a CHECK, and ignores it.
      subject = undefined;
      result.checks.push(parenthesised(sql, tokens, at + 1));
    } else if (says(at, 'references')) result.deferred.push(false);
    else if (says(at, 'deferrable'))
      result.deferred.splice(-1, 1, says(at + 1, 'initially', 'deferred') && !says(at - 1, 'not'));
    else if (isColumn && says(at, 'as'))
      result.generated.set(foldName(column), parenthesised(sql, tokens, at + 1));
    else if (isColumn && says(at, 'collate'))
      result.collations.set(foldName(column), wordAt(sql, tokens, at + 1));
  }
}

/** The columns in the parentheses of a table constraint, without their collations and orders. */
function listed(sql: string, tokens: Token[], open: number): string[] {
  const inside = tokens.slice(open + 1, closing(sql, tokens, open));
  return inside
    .filter((_, at) => at === 0 || text(sql, inside[at - 1]) === ',')
    .map((token) => nameOf(sql, token));
}

function wordAt(sql: string, tokens: Token[], at: number): string {
  const token = tokens[at];
  return token === undefined ? '' : nameOf(sql, token).toUpperCase();
}

function parenthesised(sql: string, tokens: Token[], open: number): string {
  return withoutOuterParentheses(canonicalSlice(sql, tokens.slice(open, closing(sql, tokens, open) + 1)));
}

function closing(sql: string, tokens: Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const character = text(sql, tokens[at]);
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

function text(sql: string, token: Token | undefined): string {
  return token?.kind === 'punctuation' ? sql.slice(token.start, token.end) : '';
}

function isWord(sql: string, token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && sql.slice(token.start, token.end).toLowerCase() === word;
}
