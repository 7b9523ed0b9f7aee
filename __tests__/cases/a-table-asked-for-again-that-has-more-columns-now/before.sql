CREATE TABLE accounts (id INTEGER PRIMARY KEY, email TEXT NOT NULL CHECK (email <> ''), seen TEXT);
CREATE UNIQUE INDEX accounts_email ON accounts (email);
INSERT INTO accounts VALUES (1, 'a@example.org', NULL);
