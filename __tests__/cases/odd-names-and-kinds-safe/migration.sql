-- A comment; with a semicolon
/* and ; another */
ALTER TABLE "se""lect [x] 🙂" ADD COLUMN [added later] TEXT;
WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 12)
INSERT INTO "from"("where", price) SELECT i, i FROM n;
CREATE TRIGGER "log ""it""" AFTER UPDATE OF price ON "from" BEGIN
  SELECT CASE WHEN NEW.price > 5 THEN 1 ELSE 2 END;
  INSERT INTO notes(body) VALUES ('a;b');
END;
UPDATE "se""lect [x] 🙂" SET "it's" = 'filled' WHERE "it's" IS NULL;
INSERT INTO docs(docs) VALUES ('optimize');
