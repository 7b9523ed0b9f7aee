CREATE TABLE tasks (id INTEGER PRIMARY KEY, done INTEGER, title TEXT);
CREATE INDEX tasks_open ON tasks(title) WHERE done = 0;
CREATE UNIQUE INDEX tasks_title ON tasks(lower(title), done DESC);
INSERT INTO tasks VALUES (1, 0, 'A'), (2, 1, 'B');
