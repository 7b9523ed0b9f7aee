CREATE TABLE bids (id INTEGER PRIMARY KEY, cents INTEGER, state TEXT, CHECK (cents > 0 AND state IN ('open', 'won')));
INSERT INTO bids VALUES (1, 100, 'open'), (2, 50, 'won');
