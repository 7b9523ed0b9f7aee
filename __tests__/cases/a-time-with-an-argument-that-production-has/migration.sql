CREATE TABLE task (id INTEGER PRIMARY KEY, n TEXT, created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 day')));
INSERT INTO task (id, n) SELECT id, n FROM tpl;
