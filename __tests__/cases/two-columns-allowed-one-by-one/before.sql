CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT NOT NULL, city TEXT NOT NULL);
INSERT INTO people VALUES (1, 'HANA@EXAMPLE.ORG', 'Lier'), (2, 'wim@example.org', ' Gent'), (3, 'LIV@EXAMPLE.ORG', ' Mol'), (4, 'ulf@example.org', 'Mol');
