CREATE TABLE "__drizzle_migrations" (
				id SERIAL PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric
			);
INSERT INTO "__drizzle_migrations" (hash, created_at) VALUES ('cf068bd3001c7430ce477e8f615de976b014a4d82ba2046b74aa1797e2cfa7b9', 1000);
CREATE TABLE shelves (id INTEGER PRIMARY KEY, room TEXT NOT NULL);
CREATE TABLE boxes (id INTEGER PRIMARY KEY, shelf_id INTEGER REFERENCES shelves(id) ON DELETE CASCADE);
INSERT INTO shelves VALUES (1, 'north');
INSERT INTO boxes VALUES (5, 1), (6, 1);
