BEGIN;
CREATE TABLE bids_new (id INTEGER PRIMARY KEY, cents INTEGER, state TEXT, CHECK (state IN ('open', 'won', 'lost')));
INSERT INTO bids_new SELECT id, cents, state FROM bids;
DROP TABLE bids;
ALTER TABLE bids_new RENAME TO bids;
COMMIT;
