CREATE TABLE units (code TEXT PRIMARY KEY, name TEXT);
CREATE TABLE items (id INTEGER PRIMARY KEY, unit TEXT REFERENCES units(code));
INSERT INTO units VALUES ('kg', 'kilogram'), ('l', 'litre');
INSERT INTO items VALUES (1, 'kg');
