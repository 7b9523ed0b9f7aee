import type { Migration, Scenario } from './tool.ts';

/** Rows that every scenario but the first finds in its database. */
export const ROWS = `
INSERT INTO authors (id, name) VALUES (1, 'a'), (2, 'b');
INSERT INTO books (id, author_id, title) VALUES (10, 1, 'x'), (11, 2, 'y');
`;

/** A database of others, for the scenario in which the tool has never seen it. */
export const OTHERS =
  "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO notes VALUES (1, 'n');";

export const init = migration(1, 'init', [
  'CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL);',
  'CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors(id) ON DELETE CASCADE, title TEXT);',
]);

const born = migration(2, 'born', [
  'ALTER TABLE authors ADD COLUMN born INTEGER;',
  'UPDATE authors SET born = 1900 + id;',
]);

const watch = migration(3, 'watch', [
  'CREATE TABLE log (what TEXT);',
  "CREATE TRIGGER watch AFTER DELETE ON books BEGIN INSERT INTO log VALUES (old.title); UPDATE log SET what = what || ';'; END;",
  'DELETE FROM books WHERE id = 11;',
]);

const failing = migration(3, 'failing', [
  'CREATE INDEX books_author ON books(author_id);',
  "INSERT INTO authors (id, name) VALUES (1, 'again');",
  'CREATE INDEX authors_name ON authors(name);',
]);

const rebuild = migration(2, 'rebuild', [
  'PRAGMA foreign_keys=OFF;',
  'CREATE TABLE new_authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born INTEGER);',
  'INSERT INTO new_authors (id, name) SELECT id, name FROM authors;',
  'DROP TABLE authors;',
  'ALTER TABLE new_authors RENAME TO authors;',
  'PRAGMA foreign_keys=ON;',
]);

const late = migration(2, 'late', ['CREATE INDEX authors_name ON authors(name);']);
const index = migration(3, 'index', ['CREATE INDEX books_author ON books(author_id);']);

/** What every tool is asked. */
export const scenarios: readonly Scenario[] = [
  { name: 'a database that it has never seen', applied: [], files: [init], unseen: true },
  { name: 'two files pending, one with a trigger', applied: [init], files: [init, born, watch] },
  { name: 'nothing pending', applied: [init], files: [init] },
  { name: 'a failure half-way in the second file', applied: [init], files: [init, born, failing] },
  { name: 'the next run after that failure', applied: [init], files: [init, born, failing], again: true },
  { name: 'a rebuild above rows that cascade', applied: [init], files: [init, rebuild] },
  { name: 'an older file that came later', applied: [init, index], files: [init, late, index] },
  {
    name: 'an applied file that was edited',
    applied: [init],
    files: [{ ...init, statements: [...init.statements, 'CREATE TABLE more (id INTEGER);'] }, born],
  },
  { name: 'an applied file that is gone', applied: [init, born], files: [init, index] },
  {
    name: 'a file of a comment alone',
    applied: [init],
    files: [init, migration(2, 'nothing', ['-- Nothing to do.']), index],
  },
];

/** One pending file with this very text. */
export function fileOf(name: string, text: string): Scenario {
  return { name, applied: [init], files: [init, { ...migration(2, 'raw', []), text }] };
}

/** better-sqlite3 takes no text in double quotes; most tools do. */
export function quotedText(text = 'INSERT INTO authors (id, name) VALUES (3, "c");\n'): Scenario {
  return fileOf('text in double quotes', text);
}

export function migration(number: number, name: string, statements: string[]): Migration {
  return { number, name, statements };
}
