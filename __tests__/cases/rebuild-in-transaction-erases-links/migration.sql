CREATE TABLE coupons_new (id INTEGER PRIMARY KEY, code TEXT, expires TEXT);
INSERT INTO coupons_new(id, code) SELECT id, code FROM coupons;
DROP TABLE coupons;
ALTER TABLE coupons_new RENAME TO coupons;
