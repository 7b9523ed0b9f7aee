CREATE TABLE coupons (id INTEGER PRIMARY KEY, name TEXT, applied_at TEXT);
CREATE TABLE uploads (id INTEGER PRIMARY KEY, hash TEXT, created_at INTEGER);
CREATE TABLE login_history (id INTEGER PRIMARY KEY, timestamp INTEGER, name TEXT);
INSERT INTO coupons VALUES (1, 'spring', '2024-01-01'), (2, 'summer', '2024-06-01');
INSERT INTO uploads VALUES (1, 'ab', 1700000000);
INSERT INTO login_history VALUES (1, 1700000000, 'ann');
