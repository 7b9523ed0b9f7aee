CREATE TABLE people (id INTEGER PRIMARY KEY, first TEXT, last TEXT, born TEXT);
INSERT INTO people VALUES (1, 'Ada', 'Lovelace', '1815'), (2, 'Alan', 'Turing', '1912');
