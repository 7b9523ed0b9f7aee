CREATE TABLE IF NOT EXISTS "accounts" (
  "id" integer primary key, -- the key
  email varchar(200) NOT NULL UNIQUE CHECK ((email) != '')
);
CREATE UNIQUE INDEX IF NOT EXISTS accounts_email ON accounts ("email" ASC);
DROP TRIGGER IF EXISTS accounts_ai;
CREATE TRIGGER accounts_ai AFTER INSERT ON accounts BEGIN UPDATE accounts SET seen = 'never' WHERE id = NEW.id; END;
