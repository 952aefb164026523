"""Small judged workbooks and records to test with, without running a single stage."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import text

from pipeline.signoff.actions import CURRENT, disposing, opening, signing
from pipeline.signoff.allowed import check
from pipeline.signoff.fold import follow
from pipeline.signoff.judgement import Judgement
from pipeline.signoff.store import Store
from pipeline.signoff.store.engine import connect
from schemas.canonical import digest
from schemas.case import Case
from schemas.record import NO_HASH, Body, Disposition, Entry, Role, Sealed, seal

STORE = "0" * 32
A, B, C = "สมชาย ใจดี", "วิไล รักงาน", "Somsri"

ERRORS = ("converted-mismatch-1", "orphan-values-2")
WARNINGS = ("reported-missing-3",)


def judgement(
    data: bytes = b"workbook 1",
    *,
    errors: Sequence[str] = ERRORS,
    warnings: Sequence[str] = WARNINGS,
    infos: int = 1,
    version: str = "0.1.0",
    rules_sha256: str = "a" * 64,
    name: str = "kpi.xlsx",
) -> Judgement:
    """Return a judged workbook with the named findings."""
    found = [(e, "error") for e in errors] + [(w, "warning") for w in warnings]
    found += [(f"normalised-text-{n}", "info") for n in range(infos)]
    document = {
        "schema_version": "1.0",
        "tool": {"name": "sobthan", "version": version},
        "rules": {"name": "default", "sha256": rules_sha256, "policies": {}},
        "verdict": "discrepant" if errors else "consistent",
        "workbooks": [
            {
                "file": name,
                "sha256": digest(data),
                "format": "xlsx",
                "verdict": "discrepant" if errors else "consistent",
                "tables": [],
                "findings": [
                    _finding(n, identity, severity) for n, (identity, severity) in enumerate(found, 1)
                ],
            }
        ],
    }
    text = json.dumps(document, ensure_ascii=False).encode("utf-8")
    return Judgement(name, data, text, "default", {})


def _finding(number: int, identity: str, severity: str) -> dict[str, object]:
    return {
        "name": identity.rpartition("-")[0],
        "severity": severity,
        "id": identity,
        "message": {"en": f"Finding {number}", "th": f"ข้อตรวจพบที่ {number}"},
        "sheet": "Sheet1",
        "cell": f"H{number}",
        "range": f"H{number}:K{number}",
    }


class Chain:
    """A record of one case in memory, entry by entry, without a store."""

    def __init__(self) -> None:
        self.entries: list[Sealed] = []
        self.case: Case | None = None

    def add(self, body: Body, actor: str = A, at: str = "2026-11-22T03:04:05Z") -> Sealed:
        """Follow on the last entry; RefusedError where the rules of the record do not allow it."""
        last = self.entries[-1].hash if self.entries else NO_HASH
        number = len(self.entries) + 1
        entry = Entry(STORE, number, 1, number, at, actor, body, last, last)
        check(self.case, entry)
        sealed = seal(entry)
        self.case = follow(self.case, sealed)
        self.entries.append(sealed)
        return sealed


def decided(store: Store, number: int, disposition: Disposition = Disposition.FALSE_ALARM) -> None:
    """Decide everything that is open."""
    for item in list(store.case(number).open_items()):
        store.append(
            number,
            disposing(item.id, disposition, reason="seen", evidence="letter 7", replaces=CURRENT),
            A,
        )


def signed_case(store: Store, data: bytes = b"workbook 1") -> int:
    """Open, decide and sign a case by two people; return its number."""
    number = store.append(None, opening(judgement(data)), A).entry.case
    decided(store, number)
    store.append(number, signing(Role.PREPARER), A)
    store.append(number, signing(Role.REVIEWER), B)
    return number


def tamper(where: str, statement: str, table: str = "entries", **values: object) -> None:
    """Do what the triggers refuse, as somebody with the database in hand could."""
    engine = connect(where)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER ALL"))
        else:
            connection.execute(text(f"DROP TRIGGER {table}_no_update"))
            connection.execute(text(f"DROP TRIGGER {table}_no_delete"))
        connection.execute(text(statement), values)
    engine.dispose()
