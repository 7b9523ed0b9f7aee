CREATE TABLE cart_items (item_id INTEGER PRIMARY KEY, cart_id INTEGER NOT NULL);
CREATE TABLE closed_carts (cart_id INTEGER PRIMARY KEY, closed_at TEXT);
CREATE TRIGGER close_cart AFTER INSERT ON closed_carts BEGIN DELETE FROM cart_items WHERE cart_id IN (SELECT cart_id FROM closed_carts); END;
INSERT INTO cart_items VALUES (1, 101), (2, 102), (3, 101);
INSERT INTO closed_carts VALUES (1, '2024-01-01'), (2, '2024-01-02');
