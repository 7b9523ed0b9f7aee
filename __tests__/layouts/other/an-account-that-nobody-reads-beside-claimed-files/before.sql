CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, applied_on TEXT);
INSERT INTO schema_migrations VALUES (1, '2026');
CREATE TABLE decks (id INTEGER PRIMARY KEY);
INSERT INTO decks VALUES (1);
