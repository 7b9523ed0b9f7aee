ALTER TABLE stock ADD COLUMN reserved INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER IF EXISTS stock_on_sale;
CREATE TRIGGER sales_ai_stock AFTER INSERT ON sales BEGIN
  UPDATE stock SET qty = qty - NEW.qty, reserved = max(0, reserved - NEW.qty) WHERE sku = NEW.sku;
END;
