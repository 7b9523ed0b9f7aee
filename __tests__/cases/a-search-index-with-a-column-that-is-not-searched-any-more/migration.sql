CREATE VIRTUAL TABLE notes_new USING fts4 (title, body, notindexed=body, tokenize=unicode61 "remove_diacritics=0");
INSERT INTO notes_new SELECT title, body FROM notes;
DROP TABLE notes;
ALTER TABLE notes_new RENAME TO notes;
