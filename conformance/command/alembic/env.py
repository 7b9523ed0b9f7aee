import os

from alembic import context
from sqlalchemy import create_engine, pool

url = os.environ.get("ELSEWHERE") or os.environ["DATABASE_URL"]
engine = create_engine(url, poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
