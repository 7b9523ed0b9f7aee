CREATE TABLE shop_purchase (id INTEGER PRIMARY KEY, remark TEXT, total INTEGER);
INSERT INTO shop_purchase SELECT * FROM shop_order;
CREATE TABLE shop_line_new (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES shop_purchase (id));
INSERT INTO shop_line_new SELECT * FROM shop_line;
DROP TABLE shop_line;
ALTER TABLE shop_line_new RENAME TO shop_line;
DROP TABLE shop_order;
