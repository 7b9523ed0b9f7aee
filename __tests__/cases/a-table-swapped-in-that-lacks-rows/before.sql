CREATE TABLE catalogue (id INTEGER PRIMARY KEY, sku TEXT NOT NULL);
CREATE TABLE catalogue_next (id INTEGER PRIMARY KEY, sku TEXT NOT NULL, colour TEXT);
INSERT INTO catalogue VALUES (1, 'C-001'), (2, 'C-002'), (3, 'C-003');
INSERT INTO catalogue_next VALUES (1, 'C-001', 'blue');
