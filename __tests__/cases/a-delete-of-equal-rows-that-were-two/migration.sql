DELETE FROM sales WHERE rowid NOT IN (SELECT min(rowid) FROM sales GROUP BY day, amount);
