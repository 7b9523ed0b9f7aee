BEGIN;
ALTER TABLE users RENAME TO accounts;
ALTER TABLE accounts RENAME COLUMN email TO mail;
CREATE TABLE accounts_new (id INTEGER PRIMARY KEY, mail TEXT NOT NULL, junk TEXT);
INSERT INTO accounts_new SELECT id, mail, junk FROM accounts WHERE id < 3;
DROP TABLE accounts;
ALTER TABLE accounts_new RENAME TO accounts;
CREATE INDEX by_email ON accounts(mail);
COMMIT;
