from alembic import op

revision = "002"
down_revision = "001"


def upgrade():
    op.create_index("idx_goals_root_id", "goals", ["root_id"])
