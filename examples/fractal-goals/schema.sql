-- The goal tracker's schema before the migration: 11 tables, no index of its own.
CREATE TABLE goals (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT,
  parent_id TEXT REFERENCES goals(id) ON DELETE CASCADE,
  root_id TEXT REFERENCES goals(id),
  completed INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
);
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  goal_id TEXT NOT NULL REFERENCES goals(id) ON DELETE CASCADE,
  template_id TEXT REFERENCES session_templates(id),
  started_at TEXT NOT NULL,
  minutes INTEGER
);
CREATE TABLE session_templates (
  id TEXT PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals(id),
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE TABLE activity_groups (
  id TEXT PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals(id),
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE TABLE activity_definitions (
  id TEXT PRIMARY KEY,
  root_id TEXT NOT NULL REFERENCES goals(id),
  group_id TEXT REFERENCES activity_groups(id),
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE TABLE metric_definitions (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL REFERENCES activity_definitions(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  unit TEXT NOT NULL
);
CREATE TABLE split_definitions (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL REFERENCES activity_definitions(id) ON DELETE CASCADE,
  name TEXT NOT NULL
);
CREATE TABLE activity_instances (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  activity_id TEXT NOT NULL REFERENCES activity_definitions(id),
  split_id TEXT REFERENCES split_definitions(id),
  created_at TEXT NOT NULL,
  notes TEXT
);
CREATE TABLE metric_values (
  id TEXT PRIMARY KEY,
  instance_id TEXT NOT NULL REFERENCES activity_instances(id) ON DELETE CASCADE,
  metric_id TEXT NOT NULL REFERENCES metric_definitions(id),
  value REAL NOT NULL
);
CREATE TABLE targets (
  id TEXT PRIMARY KEY,
  goal_id TEXT NOT NULL REFERENCES goals(id) ON DELETE CASCADE,
  metric_id TEXT REFERENCES metric_definitions(id),
  value REAL
);
CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  goal_id TEXT REFERENCES goals(id),
  body TEXT NOT NULL
);
