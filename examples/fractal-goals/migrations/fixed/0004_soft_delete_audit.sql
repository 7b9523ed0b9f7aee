-- Phase 4: soft deletes, audit trail and manual order.

-- Add deleted_at column to goals
ALTER TABLE goals ADD COLUMN deleted_at TEXT DEFAULT NULL;

-- Add deleted_at column to sessions
ALTER TABLE sessions ADD COLUMN deleted_at TEXT DEFAULT NULL;

-- Add deleted_at column to session_templates
ALTER TABLE session_templates ADD COLUMN deleted_at TEXT DEFAULT NULL;

-- Add deleted_at column to activity_groups
ALTER TABLE activity_groups ADD COLUMN deleted_at TEXT DEFAULT NULL;

-- Add deleted_at column to activity_definitions
ALTER TABLE activity_definitions ADD COLUMN deleted_at TEXT DEFAULT NULL;

-- Add deleted_at column to activity_instances
ALTER TABLE activity_instances ADD COLUMN deleted_at TEXT DEFAULT NULL;

-- Add updated_at column to goals
ALTER TABLE goals ADD COLUMN updated_at TEXT DEFAULT NULL;

-- Add updated_at column to sessions
ALTER TABLE sessions ADD COLUMN updated_at TEXT DEFAULT NULL;

-- Add updated_at column to session_templates
ALTER TABLE session_templates ADD COLUMN updated_at TEXT DEFAULT NULL;

-- Add updated_at column to activity_groups
ALTER TABLE activity_groups ADD COLUMN updated_at TEXT DEFAULT NULL;

-- Add updated_at column to activity_definitions
ALTER TABLE activity_definitions ADD COLUMN updated_at TEXT DEFAULT NULL;

-- Add updated_at column to activity_instances
ALTER TABLE activity_instances ADD COLUMN updated_at TEXT DEFAULT NULL;

-- Add updated_at column to metric_values
ALTER TABLE metric_values ADD COLUMN updated_at TEXT DEFAULT NULL;

-- Add created_at column to metric_values
ALTER TABLE metric_values ADD COLUMN created_at TEXT DEFAULT NULL;

-- Backfill created_at for metric_values
UPDATE metric_values
SET created_at = (SELECT created_at FROM activity_instances WHERE id = metric_values.instance_id);

-- Add sort_order column to goals
ALTER TABLE goals ADD COLUMN sort_order INTEGER NOT NULL DEFAULT 0;

-- Add sort_order column to activity_groups
ALTER TABLE activity_groups ADD COLUMN sort_order INTEGER NOT NULL DEFAULT 0;

-- Add sort_order column to activity_definitions
ALTER TABLE activity_definitions ADD COLUMN sort_order INTEGER NOT NULL DEFAULT 0;
