CREATE TABLE tasks (id INTEGER PRIMARY KEY, done INTEGER, due TEXT);
CREATE INDEX tasks_due ON tasks(due) WHERE done = 0;
INSERT INTO tasks VALUES (1, 0, '2025'), (2, 1, '2024');
