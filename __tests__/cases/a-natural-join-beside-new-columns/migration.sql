ALTER TABLE carriers ADD COLUMN carrier_status TEXT NOT NULL DEFAULT 'active';
ALTER TABLE shipments ADD COLUMN status TEXT NOT NULL DEFAULT 'registered';
