ALTER TABLE orders ADD COLUMN note TEXT;
CREATE INDEX idx_status ON orders(status);
UPDATE orders SET note = "none";
INSERT INTO orders (id) VALUES (1);
