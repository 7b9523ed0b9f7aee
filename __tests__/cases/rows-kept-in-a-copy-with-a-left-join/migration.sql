BEGIN;
CREATE TABLE books_new (id INTEGER PRIMARY KEY, author_id INTEGER, title TEXT, author TEXT);
INSERT INTO books_new SELECT b.id, b.author_id, b.title, ifnull(a.name, 'unknown') FROM books AS b LEFT JOIN authors AS a ON a.id = b.author_id;
DROP TABLE books;
ALTER TABLE books_new RENAME TO books;
COMMIT;
