UPDATE "se""lect [x] 🙂" SET "it's" = 3.0 WHERE "it's" IS 3;
DELETE FROM docs WHERE rowid = 2;
UPDATE "from" SET price = 8 WHERE "where" = 9007199254740993;
DROP TRIGGER "sync docs";
DROP INDEX "index ""of"" from";
