BEGIN;
DROP VIEW totals;
CREATE TABLE totals AS SELECT day, sum(amount) AS amount FROM sales GROUP BY day;
COMMIT;
