-- preflight: allow values-changed checks.quality: one spelling instead of three
UPDATE checks SET quality = lower(quality) WHERE quality <> lower(quality);
INSERT INTO checks (sensor, quality) VALUES ('s99', 'new');
