CREATE TABLE toggles (key TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL);
CREATE TABLE choices (id TEXT PRIMARY KEY NOT NULL, toggle_key TEXT NOT NULL REFERENCES toggles ON DELETE CASCADE, key TEXT NOT NULL, UNIQUE (toggle_key, key));
INSERT INTO toggles VALUES ('dark', 'Dark'), ('beta', 'Beta');
INSERT INTO choices VALUES ('1', 'dark', 'on'), ('2', 'dark', 'off'), ('3', 'beta', 'on');
