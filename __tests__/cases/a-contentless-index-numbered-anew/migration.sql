DROP TABLE mail_index;
CREATE VIRTUAL TABLE mail_index USING fts5 (subject, content='', tokenize='unicode61');
INSERT INTO mail_index (subject) SELECT subject FROM mails ORDER BY id;
