CREATE TABLE orders (id INTEGER PRIMARY KEY, city TEXT, zip TEXT);
CREATE TABLE cities (zip TEXT PRIMARY KEY, name TEXT);
INSERT INTO cities VALUES ('1', 'Rom');
INSERT INTO orders VALUES (1, 'Rom', '1'), (2, 'Bonn', '2');
