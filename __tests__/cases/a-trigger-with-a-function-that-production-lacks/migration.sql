-- Keep the names tidy
CREATE TRIGGER goals_name AFTER INSERT ON goals BEGIN
  UPDATE goals SET name = concat(new.name, '!') WHERE id = new.id;
END;
