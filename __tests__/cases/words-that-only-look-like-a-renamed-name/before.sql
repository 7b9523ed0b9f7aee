CREATE TABLE category (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE products (id INTEGER PRIMARY KEY, category TEXT CHECK (category <> ''), shown TEXT AS (upper(category)));
CREATE INDEX products_category ON products(category);
CREATE TABLE events (id INTEGER PRIMARY KEY, date TEXT CHECK (date IS date(date)), "desc" TEXT, at TEXT);
CREATE INDEX events_day ON events(date(at), at DESC);
INSERT INTO category VALUES (1, 'x');
INSERT INTO products (id, category) VALUES (1, 'x');
INSERT INTO events VALUES (1, '2020-01-01', 'a', '2020-01-01');
