CREATE VIRTUAL TABLE search USING fts3 (q);
CREATE TABLE search_stat (term TEXT PRIMARY KEY, hits INTEGER);
INSERT INTO search (q) VALUES ('one'), ('two');
INSERT INTO search_stat VALUES ('one', 1), ('two', 2);
