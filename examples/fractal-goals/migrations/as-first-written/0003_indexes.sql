-- Phase 3: 26 indexes: 18 for foreign keys, 5 composite, 3 partial.

-- Index goals.parent_id
CREATE INDEX idx_goals_parent_id ON goals(parent_id);

-- Index goals.root_id
CREATE INDEX idx_goals_root_id ON goals(root_id);

-- Index sessions.goal_id
CREATE INDEX idx_sessions_goal ON sessions(goal_id);

-- Index sessions.template_id
CREATE INDEX idx_sessions_template ON sessions(template_id);

-- Index session_templates.root_id
CREATE INDEX idx_session_templates_root_id ON session_templates(root_id);

-- Index activity_groups.root_id
CREATE INDEX idx_activity_groups_root_id ON activity_groups(root_id);

-- Index activity_definitions.root_id
CREATE INDEX idx_activity_definitions_root_id ON activity_definitions(root_id);

-- Index activity_definitions.group_id
CREATE INDEX idx_activity_definitions_group_id ON activity_definitions(group_id);

-- Index metric_definitions.activity_id
CREATE INDEX idx_metric_definitions_activity_id ON metric_definitions(activity_id);

-- Index metric_definitions.root_id
CREATE INDEX idx_metric_definitions_root_id ON metric_definitions(root_id);

-- Index split_definitions.activity_id
CREATE INDEX idx_split_definitions_activity_id ON split_definitions(activity_id);

-- Index activity_instances.session_id
CREATE INDEX idx_activity_instances_session ON activity_instances(session_id);

-- Index activity_instances.activity_id
CREATE INDEX idx_activity_instances_activity ON activity_instances(activity_id);

-- Index activity_instances.root_id
CREATE INDEX idx_activity_instances_root_id ON activity_instances(root_id);

-- Index metric_values.instance_id
CREATE INDEX idx_metric_values_instance_id ON metric_values(instance_id);

-- Index metric_values.metric_id
CREATE INDEX idx_metric_values_metric_id ON metric_values(metric_id);

-- Index metric_values.root_id
CREATE INDEX idx_metric_values_root_id ON metric_values(root_id);

-- Index targets.goal_id
CREATE INDEX idx_targets_goal_id ON targets(goal_id);

-- Composite index on goals (root_id, type)
CREATE INDEX idx_goals_type ON goals(root_id, type);

-- Composite index on goals (root_id, created_at)
CREATE INDEX idx_goals_created_at ON goals(root_id, created_at);

-- Composite index on sessions (goal_id, started_at)
CREATE INDEX idx_sessions_goal_started ON sessions(goal_id, started_at);

-- Composite index on activity_instances (activity_id, created_at)
CREATE INDEX idx_activity_instances_activity_created ON activity_instances(activity_id, created_at);

-- Composite index on metric_values (metric_id, instance_id)
CREATE INDEX idx_metric_values_metric_instance ON metric_values(metric_id, instance_id);

-- Partial index on goals (root_id) where completed = 0
CREATE INDEX idx_goals_open ON goals(root_id) WHERE completed = 0;

-- Partial index on activity_instances (split_id) where split_id IS NOT NULL
CREATE INDEX idx_activity_instances_split ON activity_instances(split_id) WHERE split_id IS NOT NULL;

-- Partial index on activity_instances (session_id) where notes IS NOT NULL
CREATE INDEX idx_activity_instances_noted ON activity_instances(session_id) WHERE notes IS NOT NULL;
