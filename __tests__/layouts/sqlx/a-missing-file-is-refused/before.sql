CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL, installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL, checksum BLOB NOT NULL, execution_time BIGINT NOT NULL);
INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (1, 'd', 1, x'bdb289561d1affcb873a76b9ded29f8faeb2fdee0b958ccccb84c175b7d2b8f9b04c8da2a364e6aac99ce858a196a873', 7);
INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (2, 'd', 1, x'43c886da01ead90a6ecae8e3cb91b5e5e3686edf686b7a23a42b0006827da9a90c6d861596d439a086475e9fb209b416', 7);
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors(id) ON DELETE CASCADE, title TEXT);
INSERT INTO authors VALUES (1, 'a'), (2, 'b');
INSERT INTO books VALUES (10, 1, 'x'), (11, 2, 'y');
