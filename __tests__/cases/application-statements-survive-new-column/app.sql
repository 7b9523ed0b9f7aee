-- name: sessions of a goal
SELECT id, duration FROM sessions WHERE goal = :goal;

INSERT INTO sessions (goal, duration) VALUES (?, ?);
