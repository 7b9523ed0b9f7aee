BEGIN;
CREATE TABLE tasks_new (id INTEGER PRIMARY KEY, done INTEGER NOT NULL, title TEXT);
INSERT INTO tasks_new SELECT id, done, title FROM tasks;
DROP TABLE tasks;
ALTER TABLE tasks_new RENAME TO tasks;
create index "tasks_open" on "tasks" ("title") where "done" = 0;
CREATE UNIQUE INDEX tasks_title ON tasks(LOWER(title), done desc);
COMMIT;
