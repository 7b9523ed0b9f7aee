CREATE TABLE "__drizzle_migrations" (
				id SERIAL PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric
			);
INSERT INTO "__drizzle_migrations" (hash, created_at) VALUES ('cf068bd3001c7430ce477e8f615de976b014a4d82ba2046b74aa1797e2cfa7b9', 1000);
INSERT INTO "__drizzle_migrations" (hash, created_at) VALUES ('2eb01f22bcd9831ad9660ed77c871fb1f57fcab5cbed828075f552ba11a7d4fd', 2000);
INSERT INTO "__drizzle_migrations" (hash, created_at) VALUES ('1214b5011956fed9545dd569a420150e2428a1d98d12c57660f53c8fa225dd11', 2000);
CREATE TABLE shelves (id INTEGER PRIMARY KEY, room TEXT NOT NULL, width INTEGER);
CREATE TABLE labels (id INTEGER PRIMARY KEY, shelf_id INTEGER NOT NULL);
INSERT INTO shelves VALUES (1, 'north', 80);
