BEGIN;
CREATE TABLE tasks_new (id INTEGER PRIMARY KEY, done INTEGER NOT NULL, due TEXT);
INSERT INTO tasks_new SELECT id, done, due FROM tasks;
DROP TABLE tasks;
ALTER TABLE tasks_new RENAME TO tasks;
CREATE INDEX tasks_due ON tasks(due) WHERE done = 1;
COMMIT;
