CREATE TABLE codes (id INTEGER PRIMARY KEY, code TEXT, label TEXT AS (code || 'A'));
