CREATE TABLE accounts_new (id INTEGER PRIMARY KEY, serial INTEGER);
INSERT INTO accounts_new SELECT id, CAST(CAST(serial AS REAL) AS INTEGER) FROM accounts;
DROP TABLE accounts;
ALTER TABLE accounts_new RENAME TO accounts;
