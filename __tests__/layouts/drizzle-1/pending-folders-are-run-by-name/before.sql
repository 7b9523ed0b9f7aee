CREATE TABLE "__drizzle_migrations" (
				id INTEGER PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric,
				name text,
				applied_at TEXT
			);
INSERT INTO __drizzle_migrations (hash, created_at, name, applied_at) VALUES ('5ca2eab1a70a072e4aec0912511bd26ca8e6117a2816cf88c58d4863a454cba4', 1767225600000, '20260101000000_init', '2026-01-01T00:00:00.000Z');
CREATE TABLE beds (id INTEGER PRIMARY KEY);
INSERT INTO beds VALUES (1);
