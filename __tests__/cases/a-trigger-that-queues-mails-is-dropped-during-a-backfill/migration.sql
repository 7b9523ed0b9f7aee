DROP TRIGGER tickets_mail;
UPDATE tickets SET state = 'open' WHERE state IS NULL;
CREATE TRIGGER tickets_mail AFTER UPDATE ON tickets BEGIN INSERT INTO mails (ticket_id) VALUES (NEW.id); END;
