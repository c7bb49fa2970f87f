"""The staff's side of the intake store: what has arrived, how it stands, and deleting it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, select, update
from sqlalchemy.exc import SQLAlchemyError

from intake import mailbox
from intake.audit import Act, Value, record
from intake.boundary import Triage, TryLater, Word
from intake.removal import NotDeleted, Reason, empty_log, read_reason, remove
from intake.retention.approving import granted
from intake.retention.copies import Copy, copies
from intake.tables import reports

SHORT = 8
"""Digits of a report id that lists show; any unique beginning names a report."""


class NoSuchReport(Exception):  # noqa: N818 - told to staff as it stands
    """No report, or more than one, begins with the digits given."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One line of the list: the triage columns and how the report stands."""

    triage: Triage
    word: Word
    withdrawn: date | None
    envelope_bytes: int


@dataclass(frozen=True, slots=True)
class StoredReport:
    """One report as stored, still sealed."""

    triage: Triage
    word: Word
    withdrawn: date | None
    envelope: bytes = field(repr=False)
    envelope_hash: bytes = field(repr=False)


class Register:
    """Reads and marks what lies in the intake store. It can open nothing: it holds no key.

    What it changes stands on the audit chain, done by `who`; what is looked at is for the caller
    to `record`.
    """

    def __init__(
        self,
        engine: Engine,
        today: Callable[[], date] = date.today,
        clock: Callable[[], float] = time.time,
        who: str = "terminal",
    ) -> None:
        self._engine = engine
        self._today = today
        self._clock = clock
        self._who = who

    def arrivals(self) -> tuple[Arrival, ...]:
        """Return all reports, the most urgent first, then the soonest due, then the oldest."""
        columns = [column for column in reports.c if not column.name.startswith("envelope")]
        query = select(*columns, func.length(reports.c.envelope).label("envelope_bytes")).order_by(
            reports.c.priority,
            func.coalesce(reports.c.due_week, date.max),
            reports.c.received,
            reports.c.report_id,
        )
        with self._transaction() as connection:
            rows = connection.execute(query).all()
        return tuple(
            Arrival(_triage(row), row.word, row.withdrawn, row.envelope_bytes) for row in rows
        )

    def report(self, beginning: str) -> StoredReport:
        """Return the one report whose id begins so; raise NoSuchReport."""
        with self._transaction() as connection:
            row = connection.execute(
                select(reports).where(reports.c.report_id == _only(connection, beginning))
            ).one()
        return StoredReport(_triage(row), row.word, row.withdrawn, row.envelope, row.envelope_hash)

    def mark(self, beginning: str, word: Word) -> str:
        """Change the word that the reporter hears for her code; return the report's id."""
        with self._transaction() as connection:
            report_id = _only(connection, beginning)
            connection.execute(
                update(reports).where(reports.c.report_id == report_id).values(word=word)
            )
            self._link(connection, "word_marked", report_id, to=word)
        return report_id

    def agreed(self, beginning: str) -> Reason | None:
        """Return the reason for which two people agreed to delete a report; None if they did not.

        Raises NoSuchReport.
        """
        with self._transaction() as connection:
            found = granted(connection, "delete", _only(connection, beginning), int(self._clock()))
        return read_reason(found.reason) if found else None

    def delete(self, beginning: str, alone: Reason | None = None) -> tuple[Copy, ...]:
        """Remove a report and leave a tombstone (id, day, reason code).

        Returns the copies of it that lie elsewhere and have to go too.

        Two people have agreed to it in the console, or `alone` says why it is done without them:
        the audit chain then says so. Raises NotDeleted, NoSuchReport.
        """
        with self._transaction() as connection:
            report_id = _only(connection, beginning)
            # Before the tombstone: the console locks in this order too.
            this = select(reports.c.report_id).where(reports.c.report_id == report_id)
            if connection.scalar(this.with_for_update()) is None:
                raise NoSuchReport("This report was deleted a moment ago.")
            made = copies(connection, report_id)
            if alone is not None:
                remove(connection, report_id, alone, self._today())
                self._link(connection, "deleted_alone", report_id, reason=alone)
            else:
                self._delete_agreed(connection, report_id)
        empty_log(self._engine)
        return made

    def _delete_agreed(self, connection: Connection, report_id: str) -> None:
        found = granted(connection, "delete", report_id, int(self._clock()))
        if found is None:
            raise NotDeleted("approval", "Deleting takes two people: nobody has agreed to it yet.")
        reason = read_reason(found.reason)
        remove(connection, report_id, reason, self._today())
        by = {"asked_by": found.asked_by, "answered_by": found.answered_by}
        self._link(
            connection, "deleted", report_id, reason=reason, approval=found.approval_id, **by
        )

    def post(self, address: bytes, sealed: bytes, report_id: str = "") -> str:
        """Keep a message for a reporter's chat (`intake.messages`); return its id.

        `address` stands in the opened report's contact, and nowhere else in the store: the audit
        chain names the report, never the address or the message. Raises BadMessage.
        """
        with self._transaction() as connection:
            message_id = mailbox.post(connection, address, sealed, self._today())
            self._link(connection, "message_posted", report_id)
            return message_id

    def waiting(self, address: bytes) -> tuple[date, ...]:
        """Return the days on which messages were posted that the chat has not shown yet."""
        with self._transaction() as connection:
            return mailbox.waiting(connection, address)

    def record(self, act: Act, report_id: str = "", **detail: Value) -> None:
        """Put on the audit chain that somebody looked at something, or could not."""
        with self._transaction() as connection:
            self._link(connection, act, report_id, **detail)

    def _link(self, connection: Connection, act: Act, report_id: str, **detail: Value) -> None:
        record(connection, int(self._clock()), self._who, act, report_id, **detail)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as fault:
            raise TryLater(
                f"The intake store did not answer ({type(fault).__name__}). Check "
                "INTAKE_DATABASE_URL and run `python -m intake init`."
            ) from None


def _only(connection: Connection, beginning: str) -> str:
    wanted = beginning.strip().lower()
    query = select(reports.c.report_id).where(
        reports.c.report_id.startswith(wanted, autoescape=True)
    )
    found = connection.scalars(query.limit(2)).all() if wanted else []
    if not found:
        raise NoSuchReport(f"No report's id begins with {wanted!r}. `list` shows what is there.")
    if len(found) > 1:
        raise NoSuchReport(f"More than one report's id begins with {wanted!r}: give more digits.")
    return str(found[0])


def _triage(row: Row[*tuple[Any, ...]]) -> Triage:
    return Triage(
        report_id=row.report_id,
        received=row.received,
        queue=row.queue,
        priority=row.priority,
        due_week=row.due_week,
        language=row.language,
        consent_version=row.consent_version,
    )
