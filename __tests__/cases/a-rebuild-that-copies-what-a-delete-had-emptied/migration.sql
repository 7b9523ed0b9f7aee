DELETE FROM token;
CREATE TABLE new_token (id TEXT PRIMARY KEY, who TEXT, at INTEGER, note TEXT);
INSERT INTO new_token (id, who, at) SELECT id, who, at FROM token;
DROP TABLE token;
ALTER TABLE new_token RENAME TO token;
