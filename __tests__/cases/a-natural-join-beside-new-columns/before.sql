CREATE TABLE carriers (carrier_id INTEGER PRIMARY KEY, carrier TEXT NOT NULL);
CREATE TABLE shipments (shipment_id INTEGER PRIMARY KEY, carrier_id INTEGER NOT NULL REFERENCES carriers, weight INTEGER);
CREATE VIEW shipment_board AS SELECT shipment_id, carrier, weight FROM shipments NATURAL JOIN carriers;
INSERT INTO carriers VALUES (1, 'Posten'), (2, 'DHL');
INSERT INTO shipments VALUES (1, 2, 137), (2, 1, 274), (3, 2, 411);
