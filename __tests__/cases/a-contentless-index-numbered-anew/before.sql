CREATE TABLE mails (id INTEGER PRIMARY KEY, subject TEXT NOT NULL);
CREATE VIRTUAL TABLE mail_index USING fts5 (subject, content='');
INSERT INTO mails VALUES (3, 'one apple'), (6, 'two pears'), (9, 'three plums');
INSERT INTO mail_index (rowid, subject) SELECT id, subject FROM mails;
