CREATE VIRTUAL TABLE notes USING fts4 (title, body, tokenize=unicode61 "remove_diacritics=0");
INSERT INTO notes VALUES ('one', 'text'), ('two', 'more text');
