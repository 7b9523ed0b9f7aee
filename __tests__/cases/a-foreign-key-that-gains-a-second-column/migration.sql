CREATE TABLE toggles_new (key TEXT NOT NULL, space TEXT NOT NULL DEFAULT 'default', name TEXT NOT NULL, PRIMARY KEY (space, key));
INSERT INTO toggles_new (key, name) SELECT key, name FROM toggles;
CREATE TABLE choices_new (id TEXT PRIMARY KEY NOT NULL, space TEXT NOT NULL DEFAULT 'default', toggle_key TEXT NOT NULL, key TEXT NOT NULL, UNIQUE (space, toggle_key, key), FOREIGN KEY (space, toggle_key) REFERENCES toggles_new (space, key) ON DELETE CASCADE);
INSERT INTO choices_new (id, toggle_key, key) SELECT id, toggle_key, key FROM choices;
DROP TABLE choices;
DROP TABLE toggles;
ALTER TABLE toggles_new RENAME TO toggles;
ALTER TABLE choices_new RENAME TO choices;
