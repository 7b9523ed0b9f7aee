ALTER TABLE accounts ADD COLUMN seen TEXT;
CREATE UNIQUE INDEX IF NOT EXISTS accounts_email ON accounts (email);
