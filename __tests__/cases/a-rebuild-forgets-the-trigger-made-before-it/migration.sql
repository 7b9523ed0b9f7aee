CREATE TRIGGER grants_audit AFTER INSERT ON grants BEGIN INSERT INTO grant_audit (grant_id, at) VALUES (NEW.id, datetime('now')); END;
ALTER TABLE grant_audit ADD COLUMN action TEXT NOT NULL DEFAULT 'grant';
CREATE TABLE grants_new (id INTEGER PRIMARY KEY, who TEXT NOT NULL, what TEXT NOT NULL CHECK (what IN ('read', 'write', 'admin')));
INSERT INTO grants_new (id, who, what) SELECT id, who, what FROM grants;
DROP TABLE grants;
ALTER TABLE grants_new RENAME TO grants;
