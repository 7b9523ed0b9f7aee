-- Let customers have a phone number
PRAGMA foreign_keys=OFF;
CREATE TABLE customers_new (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT,
  phone TEXT
);
INSERT INTO customers_new(id, email, name) SELECT id, email, name FROM customers;
DROP TABLE customers;
ALTER TABLE customers_new RENAME TO customers;
PRAGMA foreign_keys=ON;
