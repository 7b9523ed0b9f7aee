-- Phase 1: every row knows the root goal of its tree, so that a query needs no recursion.

-- Set root_id for UltimateGoals (self-reference)
UPDATE goals SET root_id = id WHERE parent_id IS NULL AND root_id IS NULL;

-- Set root_id for all goal descendants
WITH RECURSIVE tree(id, root) AS (
  SELECT id, id FROM goals WHERE parent_id IS NULL
  UNION ALL
  SELECT goals.id, tree.root FROM goals JOIN tree ON goals.parent_id = tree.id
)
UPDATE goals SET root_id = (SELECT root FROM tree WHERE tree.id = goals.id) WHERE root_id IS NULL;

-- Add root_id column to activity_instances
ALTER TABLE activity_instances ADD COLUMN root_id TEXT REFERENCES goals(id);

-- Backfill root_id for activity_instances
UPDATE activity_instances
SET root_id = (SELECT root_id FROM activity_definitions WHERE id = activity_instances.activity_id);

-- Add root_id column to metric_values
ALTER TABLE metric_values ADD COLUMN root_id TEXT REFERENCES goals(id);

-- Backfill root_id for metric_values
UPDATE metric_values
SET root_id = (SELECT root_id FROM activity_instances WHERE id = metric_values.instance_id);

-- Add root_id column to metric_definitions
ALTER TABLE metric_definitions ADD COLUMN root_id TEXT REFERENCES goals(id);

-- Backfill root_id for metric_definitions
UPDATE metric_definitions
SET root_id = (SELECT root_id FROM activity_definitions WHERE id = metric_definitions.activity_id);

-- Add root_id column to split_definitions
ALTER TABLE split_definitions ADD COLUMN root_id TEXT REFERENCES goals(id);

-- Backfill root_id for split_definitions
UPDATE split_definitions
SET root_id = (SELECT root_id FROM activity_definitions WHERE id = split_definitions.activity_id);
