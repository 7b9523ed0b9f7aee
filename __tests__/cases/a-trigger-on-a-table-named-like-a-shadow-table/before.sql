CREATE VIRTUAL TABLE search USING fts3 (q);
CREATE TABLE search_stat (term TEXT PRIMARY KEY, hits INTEGER);
CREATE TABLE search_docsize (id INTEGER PRIMARY KEY, words INTEGER);
CREATE TRIGGER search_stat_ai AFTER INSERT ON search_stat BEGIN DELETE FROM search_docsize WHERE id = 0; END;
INSERT INTO search (q) VALUES ('one');
INSERT INTO search_stat VALUES ('one', 1);
INSERT INTO search_docsize VALUES (1, 1);
