BEGIN;
DROP TRIGGER orders_audit;
UPDATE orders SET total = 9.5 WHERE id = 1;
COMMIT;
