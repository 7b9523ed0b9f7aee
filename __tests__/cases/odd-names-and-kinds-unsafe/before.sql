CREATE TABLE "se""lect [x] 🙂" (
  "order by" TEXT,
  "group" INTEGER,
  "it's" ANY,
  PRIMARY KEY ("order by", "group")
) STRICT, WITHOUT ROWID;
CREATE TABLE "from" (
  "where" INTEGER PRIMARY KEY,
  price INTEGER NOT NULL CHECK (price >= 0),
  gross REAL GENERATED ALWAYS AS (price * 1.19) VIRTUAL,
  label TEXT GENERATED ALWAYS AS ('no ' || "where") STORED
);
CREATE INDEX "index ""of"" from" ON "from"(gross) WHERE price > 1;
CREATE VIRTUAL TABLE docs USING fts5(title, body);
CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);
CREATE TRIGGER "sync docs" AFTER INSERT ON notes BEGIN
  INSERT INTO docs(rowid, title, body) VALUES (NEW.id, CASE WHEN NEW.body IS NULL THEN 'none' ELSE 'note;' END, NEW.body);
END;
INSERT INTO "se""lect [x] 🙂" VALUES ('a', 1, 'text'), ('a', 2, 3), ('b', 1, x'00ff'), ('b', 2, NULL);
INSERT INTO "from"("where", price) VALUES (1, 100), (2, 0), (9007199254740993, 7);
INSERT INTO notes(body) VALUES ('one'), ('two'), (NULL);
