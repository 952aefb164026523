"""The tables of the store. Entries are only ever added; triggers refuse anything else."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

STORE = Table("store", METADATA, Column("id", String(32), primary_key=True))

ENTRIES = Table(
    "entries",
    METADATA,
    # Not made by the database: a sequence of its own would leave a gap after every transaction rolled back.
    Column("sequence", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("case_number", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("signature", String(128), nullable=True),
    Column("workbook", String(64), nullable=True),
    UniqueConstraint("case_number", "number", name="entries_in_case"),
    Index("entries_by_workbook", "workbook"),
)
"""content: the canonical text that was hashed. workbook: its SHA-256, only on entries that open a round."""

ARTIFACTS = Table(
    "artifacts",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""Bytes kept as evidence (workbooks, result documents), compressed by zlib, by their SHA-256 before that."""

KEPT = Table(
    "kept",
    METADATA,
    Column("case_number", Integer, primary_key=True, autoincrement=False),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), primary_key=True),
    Column("sha256", String(64), nullable=False),
)
"""Which artifact a round has of each kind: workbook, result."""

APPEND_ONLY = ("store", "entries", "artifacts", "kept")
