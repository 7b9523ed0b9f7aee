import type { ObjectKind, StatementTarget } from '../facts/statement.ts';
import type { Token } from '../sql/tokens.ts';
import { createdColumns, insertedCopies, updatedCopies } from './copies.ts';
import { Reader } from './reader.ts';

/**
 * What a statement names as its target, from its text alone (grammar: sqlite.org/lang.html).
 * Temporary objects and everything that is no DDL or DML give nothing. `tokens`: those of one statement in a longer text.
 */
export function namesOf(sql: string, tokens?: readonly Token[]): StatementTarget[] {
  const reader = new Reader(sql, tokens);
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

function created(reader: Reader): StatementTarget[] {
  reader.next();
  if (reader.accept('TEMP', 'TEMPORARY')) return [];
  reader.accept('UNIQUE', 'VIRTUAL');
  const kind = objectKind(reader);
  reader.acceptAll('IF', 'NOT', 'EXISTS');
  if (kind === undefined) return [];
  return named(reader.name(), (name) => ({
    verb: 'create',
    kind,
    name,
    ...(kind === 'table' && createdColumns(reader)),
    ...((kind === 'index' || kind === 'trigger') && ownerOf(reader)),
  }));
}

/** Behind the name of an index or a trigger: whose it is. */
function ownerOf(reader: Reader): { on?: string } {
  // BEFORE UPDATE OF a, b ON t
  if (!reader.skipTo('ON')) return {};
  const on = reader.name();
  return on === undefined ? {} : { on };
}

function dropped(reader: Reader): StatementTarget[] {
  reader.next();
  const kind = objectKind(reader);
  reader.acceptAll('IF', 'EXISTS');
  return kind === undefined ? [] : named(reader.name(), (name) => ({ verb: 'drop', kind, name }));
}

function altered(reader: Reader): StatementTarget[] {
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

function renamed(reader: Reader, table: string): StatementTarget[] {
  if (reader.accept('TO')) return named(reader.name(), (to) => ({ verb: 'rename-table', name: table, to }));
  reader.accept('COLUMN');
  const name = reader.name();
  if (name === undefined || !reader.accept('TO')) return [];
  return named(reader.name(), (to) => ({ verb: 'rename-column', table, name, to }));
}

function written(reader: Reader): StatementTarget[] {
  switch (reader.keyword()) {
    case 'REPLACE':
      reader.acceptAll('REPLACE', 'INTO');
      return named(reader.name(), (name) => ({ verb: 'upsert', name, ...insertedCopies(reader) }));
    case 'INSERT': {
      reader.next();
      const replaces = reader.conflictClause() === 'REPLACE';
      reader.accept('INTO');
      const table = reader.name();
      const upserts = replaces || reader.contains('CONFLICT', 'DO', 'UPDATE');
      return named(table, (name) => ({
        verb: upserts ? 'upsert' : 'insert',
        name,
        ...insertedCopies(reader),
      }));
    }
    case 'UPDATE':
      reader.next();
      reader.conflictClause();
      return named(reader.name(), (name) => ({ verb: 'update', name, ...updatedCopies(reader, name) }));
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

function named(name: string | undefined, make: (name: string) => StatementTarget): StatementTarget[] {
  return name === undefined ? [] : [make(name)];
}
