BEGIN;
ALTER TABLE category RENAME TO categories;
ALTER TABLE events RENAME COLUMN date TO day;
ALTER TABLE events RENAME COLUMN "desc" TO description;
COMMIT;
