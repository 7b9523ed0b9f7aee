CREATE TABLE accounts (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
CREATE INDEX accounts_email ON accounts (email);
INSERT INTO accounts VALUES (1, 'a@example.org'), (2, 'b@example.org');
