CREATE TABLE tickets (id INTEGER PRIMARY KEY, state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'shut')), n INTEGER);
INSERT INTO tickets VALUES (1, 'open', 1), (2, 'shut', 2), (3, 'open', NULL);
