import type { Named, ObjectKind } from '../facts/statement.ts';
import { meaningfulTokens, nameOf, type Token } from '../sql/tokens.ts';

/**
 * What a statement names as its target, from its text alone (grammar: sqlite.org/lang.html).
 * Temporary objects and everything that is no DDL or DML give nothing.
 */
export function namesOf(sql: string): Named[] {
  const reader = new Reader(sql);
  switch (reader.keyword()) {
    case 'CREATE':
      return created(reader);
    case 'DROP':
      return dropped(reader);
    case 'ALTER':
      return altered(reader);
    case 'WITH':
      return reader.skipToVerb() ? written(reader) : [];
    default:
      return written(reader);
  }
}

const KINDS = new Set(['TABLE', 'INDEX', 'TRIGGER', 'VIEW']);

function created(reader: Reader): Named[] {
  reader.next();
  if (reader.accept('TEMP', 'TEMPORARY')) return [];
  reader.accept('UNIQUE', 'VIRTUAL');
  const kind = objectKind(reader);
  reader.acceptAll('IF', 'NOT', 'EXISTS');
  return kind === undefined ? [] : named(reader.name(), (name) => ({ verb: 'create', kind, name }));
}

function dropped(reader: Reader): Named[] {
  reader.next();
  const kind = objectKind(reader);
  reader.acceptAll('IF', 'EXISTS');
  return kind === undefined ? [] : named(reader.name(), (name) => ({ verb: 'drop', kind, name }));
}

function altered(reader: Reader): Named[] {
  reader.next();
  if (!reader.accept('TABLE')) return [];
  const table = reader.name();
  if (table === undefined) return [];
  if (reader.accept('RENAME')) return renamed(reader, table);
  if (reader.keyword() === 'ADD' || reader.keyword() === 'DROP') {
    const verb = reader.keyword() === 'ADD' ? 'add-column' : 'drop-column';
    reader.next();
    // ADD CONSTRAINT and DROP CONSTRAINT exist since SQLite 3.53: no column is named there.
    if (!reader.accept('COLUMN') && (reader.keyword() === 'CONSTRAINT' || reader.keyword() === 'CHECK')) {
      return [{ verb: 'alter', name: table }];
    }
    return named(reader.name(), (name) => ({ verb, table, name }));
  }
  return [{ verb: 'alter', name: table }];
}

function renamed(reader: Reader, table: string): Named[] {
  if (reader.accept('TO')) return named(reader.name(), (to) => ({ verb: 'rename-table', name: table, to }));
  reader.accept('COLUMN');
  const name = reader.name();
  if (name === undefined || !reader.accept('TO')) return [];
  return named(reader.name(), (to) => ({ verb: 'rename-column', table, name, to }));
}

function written(reader: Reader): Named[] {
  switch (reader.keyword()) {
    case 'REPLACE':
      reader.acceptAll('REPLACE', 'INTO');
      return named(reader.name(), (name) => ({ verb: 'upsert', name }));
    case 'INSERT': {
      reader.next();
      const replaces = reader.conflictClause() === 'REPLACE';
      reader.accept('INTO');
      const table = reader.name();
      const upserts = replaces || reader.contains('CONFLICT', 'DO', 'UPDATE');
      return named(table, (name) => ({ verb: upserts ? 'upsert' : 'insert', name }));
    }
    case 'UPDATE':
      reader.next();
      reader.conflictClause();
      return named(reader.name(), (name) => ({ verb: 'update', name }));
    case 'DELETE':
      reader.acceptAll('DELETE', 'FROM');
      return named(reader.name(), (name) => ({ verb: 'delete', name }));
    default:
      return [];
  }
}

function objectKind(reader: Reader): ObjectKind | undefined {
  const word = reader.keyword();
  if (!KINDS.has(word)) return undefined;
  reader.next();
  return word.toLowerCase() as ObjectKind;
}

function named(name: string | undefined, make: (name: string) => Named): Named[] {
  return name === undefined ? [] : [make(name)];
}

/** A cursor over the meaningful tokens of one statement. */
class Reader {
  readonly #sql: string;
  readonly #tokens: Token[];
  #at = 0;

  constructor(sql: string) {
    this.#sql = sql;
    this.#tokens = meaningfulTokens(sql);
  }

  next(): void {
    this.#at += 1;
  }

  /** Upper-case text of the token here; quoted names are no keywords. */
  keyword(ahead = 0): string {
    const token = this.#tokens[this.#at + ahead];
    if (token === undefined || token.kind === 'quoted' || token.kind === 'string') return '';
    return this.#sql.slice(token.start, token.end).toUpperCase();
  }

  accept(...words: string[]): boolean {
    const found = words.includes(this.keyword());
    if (found) this.next();
    return found;
  }

  /** Skips the words if all of them stand here in this order. */
  acceptAll(...words: string[]): void {
    if (words.every((word, ahead) => this.keyword(ahead) === word)) this.#at += words.length;
  }

  /** `OR REPLACE` and its likes: the action, or `''`. */
  conflictClause(): string {
    if (!this.accept('OR')) return '';
    const action = this.keyword();
    this.next();
    return action;
  }

  /** A name with an optional schema in front, which is dropped: `main.t` gives `t`. */
  name(): string | undefined {
    const first = this.#tokens[this.#at];
    if (first === undefined || !['word', 'quoted', 'string'].includes(first.kind)) return undefined;
    this.next();
    if (this.keyword() !== '.') return nameOf(this.#sql, first);
    this.next();
    const second = this.#tokens[this.#at];
    this.next();
    return second === undefined ? undefined : nameOf(this.#sql, second);
  }

  /** From WITH to the verb that follows the common table expressions. */
  skipToVerb(): boolean {
    let depth = 0;
    for (; this.#at < this.#tokens.length; this.next()) {
      const word = this.keyword();
      if (word === '(') depth += 1;
      if (word === ')') depth -= 1;
      if (depth === 0 && ['INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'SELECT'].includes(word)) return true;
    }
    return false;
  }

  /** The words stand somewhere from here on, the first and the second possibly apart (ON CONFLICT (a) DO UPDATE). */
  contains(first: string, ...then: string[]): boolean {
    for (let ahead = 0; this.#at + ahead < this.#tokens.length; ahead += 1) {
      if (this.keyword(ahead) !== first) continue;
      for (let after = ahead + 1; this.#at + after < this.#tokens.length; after += 1) {
        if (then.every((word, offset) => this.keyword(after + offset) === word)) return true;
      }
    }
    return false;
  }
}
