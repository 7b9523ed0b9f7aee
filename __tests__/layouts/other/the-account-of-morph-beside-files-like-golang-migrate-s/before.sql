CREATE TABLE board_schema_migrations (Version bigint NOT NULL, Name varchar(64) NOT NULL, PRIMARY KEY (Version));
INSERT INTO board_schema_migrations VALUES (1, 'init');
CREATE TABLE cards (id INTEGER PRIMARY KEY);
INSERT INTO cards VALUES (1);
