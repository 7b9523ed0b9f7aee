ALTER TABLE goals ADD CONSTRAINT named CHECK (name <> '');
