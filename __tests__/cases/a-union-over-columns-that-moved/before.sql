CREATE TABLE mails (id INTEGER PRIMARY KEY, sender TEXT, receiver TEXT);
CREATE TABLE mails_2023 (id INTEGER PRIMARY KEY, sender TEXT, receiver TEXT);
CREATE VIEW all_mails AS SELECT * FROM mails_2023 UNION ALL SELECT * FROM mails;
INSERT INTO mails VALUES (7, 'ann', 'bo'), (8, 'bo', 'cy');
INSERT INTO mails_2023 VALUES (1, 'cy', 'ann');
