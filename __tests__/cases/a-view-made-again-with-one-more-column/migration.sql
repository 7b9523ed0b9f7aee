ALTER TABLE teams ADD COLUMN colour TEXT;
DROP VIEW directory;
CREATE VIEW directory AS SELECT people.name, teams.title, teams.colour FROM people LEFT JOIN teams ON teams.id = people.team_id;
