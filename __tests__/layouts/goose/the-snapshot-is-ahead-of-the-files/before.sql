CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')));
INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1), (20260101, 1), (20260301, 1), (20260302, 1);
CREATE TABLE beds (id INTEGER PRIMARY KEY, soil TEXT);
INSERT INTO beds VALUES (1, 'sand');
