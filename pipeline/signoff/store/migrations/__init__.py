"""Alembic's folder: env.py runs the steps of versions/ on a connection that it is given."""
