BEGIN;
ALTER TABLE orders ADD COLUMN currency TEXT;
UPDATE orders SET currency = 'EUR' WHERE country IN ('DE', 'FR');
COMMIT;
