CREATE TABLE shop_order (id INTEGER PRIMARY KEY, note TEXT, total INTEGER);
INSERT INTO shop_order VALUES (1, 'a', 5), (2, 'b', 6), (3, NULL, 7);
CREATE TABLE shop_line (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES shop_order (id));
INSERT INTO shop_line VALUES (1, 1), (2, 3);
