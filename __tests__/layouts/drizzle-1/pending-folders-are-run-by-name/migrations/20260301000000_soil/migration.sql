ALTER TABLE beds ADD COLUMN soil TEXT;
--> statement-breakpoint
CREATE INDEX beds_soil ON beds (soil);
