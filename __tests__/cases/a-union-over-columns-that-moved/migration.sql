PRAGMA legacy_alter_table = ON;
CREATE TABLE mails_new (id INTEGER PRIMARY KEY, receiver TEXT, sender TEXT);
INSERT INTO mails_new (id, sender, receiver) SELECT id, sender, receiver FROM mails;
DROP TABLE mails;
ALTER TABLE mails_new RENAME TO mails;
