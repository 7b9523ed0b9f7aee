CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT, previous_status TEXT);
INSERT INTO orders VALUES (1, 'new', 'cart'), (2, 'paid', 'new'), (3, 'sent', 'paid');
