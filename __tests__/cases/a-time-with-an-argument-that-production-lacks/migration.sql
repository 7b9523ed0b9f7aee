CREATE TABLE task (id INTEGER PRIMARY KEY, n TEXT, created_at TEXT NOT NULL DEFAULT (datetime('now', 'subsec')));
INSERT INTO task (id, n) SELECT id, n FROM tpl;
