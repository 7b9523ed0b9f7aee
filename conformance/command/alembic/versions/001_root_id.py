import sqlalchemy as sa
from alembic import op

revision = "001"
down_revision = None


def upgrade():
    op.add_column("goals", sa.Column("root_id", sa.Integer))
    op.execute("UPDATE goals SET root_id = id")
