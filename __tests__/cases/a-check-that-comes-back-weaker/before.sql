CREATE TABLE items (id INTEGER PRIMARY KEY, state TEXT CHECK (state IN ('open', 'done')));
INSERT INTO items VALUES (1, 'open');
