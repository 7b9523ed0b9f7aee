ALTER TABLE carriers ADD COLUMN status TEXT NOT NULL DEFAULT 'active';
ALTER TABLE shipments ADD COLUMN status TEXT NOT NULL DEFAULT 'registered';
CREATE INDEX shipments_by_status ON shipments (status, carrier_id);
