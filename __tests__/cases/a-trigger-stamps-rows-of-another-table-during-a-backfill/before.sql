CREATE TABLE tickets (id INTEGER PRIMARY KEY, title TEXT NOT NULL, state TEXT);
INSERT INTO tickets (id, title) VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');
CREATE TABLE mails (id INTEGER PRIMARY KEY, ticket_id INTEGER NOT NULL, sent_at TEXT);
CREATE TABLE counters (what TEXT PRIMARY KEY, last_change TEXT);
INSERT INTO counters (what) VALUES ('tickets'), ('users');
CREATE TRIGGER tickets_mail AFTER UPDATE ON tickets BEGIN UPDATE counters SET last_change = 'now' WHERE what = 'tickets'; END;
