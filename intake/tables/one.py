"""The one collection that all tables of the intake store belong to."""

from sqlalchemy import MetaData

metadata = MetaData()
