INSERT INTO settings VALUES ('theme', 'light'), ('size', '12') ON CONFLICT (name) DO NOTHING;
