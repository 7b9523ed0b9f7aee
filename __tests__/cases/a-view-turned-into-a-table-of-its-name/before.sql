CREATE TABLE sales (day TEXT, amount INTEGER);
CREATE VIEW totals AS SELECT day, sum(amount) AS amount FROM sales GROUP BY day;
INSERT INTO sales VALUES ('mon', 5), ('mon', 6), ('tue', 7);
