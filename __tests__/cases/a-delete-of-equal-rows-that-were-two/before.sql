CREATE TABLE sales (day TEXT, amount INTEGER);
INSERT INTO sales VALUES ('mon', 5), ('mon', 5), ('tue', 5);
