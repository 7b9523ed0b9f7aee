CREATE TABLE stage (basket_id INTEGER PRIMARY KEY, closed_at TEXT, closed_by TEXT);
INSERT INTO stage (basket_id, closed_at) SELECT cart_id, closed_at FROM closed_carts;
DROP TABLE closed_carts;
ALTER TABLE stage RENAME TO closed_carts;
CREATE TRIGGER close_cart AFTER INSERT ON closed_carts BEGIN DELETE FROM cart_items WHERE cart_id IN (SELECT cart_id FROM closed_carts); END;
