ALTER TABLE orders ADD COLUMN note TEXT;
CREATE INDEX idx_status ON orders(status);
UPDATE orders SET note = "none";
