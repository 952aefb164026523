"""The store of the record: one entry after the other, each decided and written under one lock."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from pipeline.signoff.allowed import check
from pipeline.signoff.chain import unsealed
from pipeline.signoff.fold import fold
from pipeline.signoff.keys import Signer
from pipeline.signoff.refused import RefusedError
from pipeline.signoff.store.engine import connect, lock_entries, named, writing
from pipeline.signoff.store.migrate import migrate
from pipeline.signoff.store.tables import ARTIFACTS, ENTRIES, KEPT, STORE
from schemas.canonical import digest
from schemas.case import Case
from schemas.fault import Fault
from schemas.record import NO_HASH, Body, Entry, Opened, Sealed, seal

MOST_CASES = 2**31 - 1

Make = Callable[[Case | None], Body]
"""Looks at the case as it stands under the lock and says what to add; RefusedError adds nothing."""


class Survey(NamedTuple):
    """All cases of a store. damaged: numbers of those whose record does not hold."""

    cases: list[Case]
    damaged: list[int]


class Store:
    """A store opened by file name (SQLite) or URL (PostgreSQL), created or upgraded where needed.

    create: False refuses a file that is not there, so that a mistyped name is not an empty record.
    """

    def __init__(self, where: str, *, create: bool = True) -> None:
        self._engine = connect(where, create=create)
        try:
            migrate(self._engine)
        except DBAPIError as error:
            self.close()
            raise RefusedError(
                "store-unreachable", store=named(self._engine), why=_first_line(error)
            ) from None
        except RefusedError:
            self.close()
            raise
        self._folded: dict[int, Case] = {}

    def append(
        self,
        number: int | None,
        make: Make,
        actor: str,
        *,
        signer: Signer | None = None,
        keep: Mapping[str, bytes] | None = None,
        at: str | None = None,
    ) -> Sealed:
        """Add one entry to a case (None: to a new one) and return it once it is on disk.

        keep: bytes to keep beside the round, by kind. RefusedError where the record does not allow it.
        """
        with _answering(), writing(self._engine).begin() as connection:
            lock_entries(connection)
            case = self._known(connection, number) if number is not None else None
            body = make(case)
            if case is None:
                number = (connection.scalar(select(func.max(ENTRIES.c.case_number))) or 0) + 1
                if isinstance(body, Opened):
                    _refuse_second_case(connection, body)
            assert number is not None
            sealed = self._sealed(connection, number, case, body, actor.strip(), signer, at)
            _insert(connection, sealed)
            if isinstance(body, Opened):
                _keep(connection, number, body.round, keep or {})
        return sealed

    def case(self, number: int) -> Case:
        """Return a case as it stands; RefusedError where there is none."""
        with _answering(), self._engine.connect() as connection:
            return self._known(connection, number)

    def survey(self) -> Survey:
        """Return every case by number. Those that did not change since the last call are not read again.

        A case whose record does not hold is named among the damaged and hides none of the others.
        """
        damaged: list[int] = []
        query = select(ENTRIES.c.case_number, func.max(ENTRIES.c.number)).group_by(ENTRIES.c.case_number)
        with _answering(), self._engine.connect() as connection:
            known = connection.execute(query.order_by(ENTRIES.c.case_number)).all()
            for number, entries in known:
                if number not in self._folded or self._folded[number].entries != entries:
                    try:
                        self._folded[number] = self._known(connection, number)
                    except RefusedError:
                        damaged.append(number)
        return Survey([self._folded[n] for n, _ in known if n not in damaged], damaged)

    def entries(self, number: int | None = None) -> list[Sealed | Fault]:
        """Return the entries of a case, or of the whole store, in order; a damaged one is a fault."""
        with _answering(), self._engine.connect() as connection:
            return _entries(connection, number)

    def kept(self, number: int, round_number: int, kind: str) -> bytes | None:
        """Return the bytes kept beside a round (workbook, result), None where there are none."""
        query = (
            select(ARTIFACTS.c.content)
            .join(KEPT, KEPT.c.sha256 == ARTIFACTS.c.sha256)
            .where(KEPT.c.case_number == number, KEPT.c.round == round_number, KEPT.c.kind == kind)
        )
        with _answering(), self._engine.connect() as connection:
            content = connection.scalar(query)
        try:
            return zlib.decompress(content) if content is not None else None
        except zlib.error:
            raise RefusedError("kept-damaged", case=number, round=round_number) from None

    def kinds_kept(self, number: int, round_number: int) -> set[str]:
        """Return which kinds of bytes are kept beside a round."""
        query = select(KEPT.c.kind).where(KEPT.c.case_number == number, KEPT.c.round == round_number)
        with _answering(), self._engine.connect() as connection:
            return set(connection.scalars(query))

    def head(self) -> str:
        """Return the hash of the last entry of the whole store, '' for an empty one."""
        query = select(ENTRIES.c.hash).order_by(ENTRIES.c.sequence.desc()).limit(1)
        with _answering(), self._engine.connect() as connection:
            return connection.scalar(query) or ""

    def close(self) -> None:
        """Give back the connections."""
        self._engine.dispose()

    def _known(self, connection: Connection, number: int) -> Case:
        entries = [e for e in _entries(connection, number) if _whole(e, number)]
        case = fold(e for e in entries if isinstance(e, Sealed))
        if case is None:
            raise RefusedError("no-case", case=number)
        return case

    def _sealed(
        self,
        connection: Connection,
        number: int,
        case: Case | None,
        body: Body,
        actor: str,
        signer: Signer | None,
        at: str | None,
    ) -> Sealed:
        last = connection.execute(
            select(ENTRIES.c.sequence, ENTRIES.c.hash).order_by(ENTRIES.c.sequence.desc()).limit(1)
        ).one_or_none()
        entry = Entry(
            store=connection.scalars(select(STORE.c.id)).one(),
            sequence=1 if last is None else last.sequence + 1,
            case=number,
            number=1 if case is None else case.entries + 1,
            at=at or utc_now(),
            actor=actor,
            body=body,
            previous=NO_HASH if case is None else case.head,
            previous_in_store=NO_HASH if last is None else last.hash,
            key=signer.public if signer is not None else None,
        )
        check(case, entry)  # the rules of the record, the same that verify holds it to
        sealed = seal(entry)
        return sealed if signer is None else seal(entry, signer.sign(sealed.hash))


def utc_now() -> str:
    """Return the time as the record writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _entries(connection: Connection, number: int | None) -> list[Sealed | Fault]:
    query = select(ENTRIES).order_by(ENTRIES.c.sequence)
    if number is not None:
        if not 0 < number <= MOST_CASES:  # more than the column holds
            return []
        query = select(ENTRIES).where(ENTRIES.c.case_number == number).order_by(ENTRIES.c.number)
    return [_of_row(row) for row in connection.execute(query)]


def _of_row(row: Row[tuple[object, ...]]) -> Sealed | Fault:
    sealed = unsealed(row.content, row.hash, row.signature)
    if isinstance(sealed, Fault):
        return Fault(sealed.name, row.case_number, row.number, sealed.values)
    entry = sealed.entry
    if (entry.sequence, entry.case, entry.number) != (row.sequence, row.case_number, row.number):
        return Fault("altered", row.case_number, row.number)
    return sealed


def _whole(entry: Sealed | Fault, number: int) -> bool:
    """Let nobody build on a record that does not hold."""
    if isinstance(entry, Fault):
        raise RefusedError("record-broken", case=number)
    return True


def _refuse_second_case(connection: Connection, body: Opened) -> None:
    """Two cases over the same bytes, rules and version would be the same work done twice."""
    query = select(ENTRIES).where(ENTRIES.c.workbook == body.workbook_sha256).order_by(ENTRIES.c.sequence)
    for row in connection.execute(query):
        sealed = _of_row(row)
        if isinstance(sealed, Fault) or not isinstance(sealed.entry.body, Opened):
            continue
        other = sealed.entry.body
        if (other.rules_sha256, other.version) == (body.rules_sha256, body.version):
            raise RefusedError("already-open", case=row.case_number)


def _insert(connection: Connection, sealed: Sealed) -> None:
    entry = sealed.entry
    connection.execute(
        ENTRIES.insert().values(
            sequence=entry.sequence,
            case_number=entry.case,
            number=entry.number,
            content=sealed.content,
            hash=sealed.hash,
            signature=sealed.signature,
            workbook=entry.body.workbook_sha256 if isinstance(entry.body, Opened) else None,
        )
    )


def _keep(connection: Connection, number: int, round_number: int, keep: Mapping[str, bytes]) -> None:
    for kind, content in keep.items():
        name = digest(content)
        if connection.scalar(select(ARTIFACTS.c.sha256).where(ARTIFACTS.c.sha256 == name)) is None:
            packed = zlib.compress(content)
            connection.execute(ARTIFACTS.insert().values(sha256=name, size=len(content), content=packed))
        connection.execute(
            KEPT.insert().values(case_number=number, round=round_number, kind=kind, sha256=name)
        )


@contextmanager
def _answering() -> Iterator[None]:
    """Say in words that the database went away or can no longer be read."""
    try:
        yield
    except SQLAlchemyError as error:
        raise RefusedError("store-lost", why=_first_line(error)) from None


def _first_line(error: SQLAlchemyError) -> str:
    why = error.orig if isinstance(error, DBAPIError) else error
    return str(why).strip().partition("\n")[0]


__all__: Sequence[str] = ["Store", "Survey", "utc_now"]
