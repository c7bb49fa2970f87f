"""The intake boundary on a database: SQLite on one machine, PostgreSQL in production.

Each function is one transaction. On PostgreSQL they become SECURITY DEFINER functions with these
same four names, so that the bot's role can call them and read no table.
"""

import hmac
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection, Engine, func, insert, select, update
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

from intake import mailbox
from intake.boundary import (
    Found,
    Message,
    ReceiptLock,
    Triage,
    TryLater,
    WillNeverWork,
    check_submission,
    envelope_hash,
)
from intake.guesses import Guesses
from intake.receipts import lock, read_code
from intake.tables import reports, tombstones


class SqlIntake:
    """Keeps `intake.boundary.Intake` in the intake store behind `engine`.

    `secret` is the deployment's receipt secret (`intake.receipts.read_receipt_key`).
    """

    def __init__(
        self, engine: Engine, secret: bytes, today: Callable[[], date] = date.today
    ) -> None:
        self._engine = engine
        self._secret = secret
        self._today = today
        self._guesses = Guesses()

    def submit(self, triage: Triage, envelope: bytes, receipt: ReceiptLock) -> None:
        """Store a sealed report once; see `Intake.submit`."""
        check_submission(triage, envelope)
        try:
            with _transaction(self._engine) as connection:
                _insert(connection, triage, envelope, receipt)
        except IntegrityError:
            self._compare(triage.report_id, envelope)
        except _Deleted:
            # Staff deleted it before the courier heard that it had arrived: it stays deleted.
            return

    def status(self, code: str) -> Found | None:
        """Return how the report of this code stands; see `Intake.status`."""
        found = self._find(code)
        return found[0] if found else None

    def withdraw(self, code: str) -> Found | None:
        """Ask for deletion; see `Intake.withdraw`."""
        found = self._find(code)
        if found:
            with _transaction(self._engine) as connection:
                first = func.coalesce(reports.c.withdrawn, self._today())
                connection.execute(
                    update(reports)
                    .where(reports.c.report_id.in_([one.report_id for one in found]))
                    .values(withdrawn=first)
                )
        return found[0] if found else None

    def collect(self, address: bytes, got: frozenset[str]) -> tuple[Message, ...]:
        """Return what waits at this address; see `Intake.collect`."""
        with _transaction(self._engine) as connection:
            return mailbox.take(connection, address, got)

    def _compare(self, report_id: str, envelope: bytes) -> None:
        with _transaction(self._engine) as connection:
            stored = connection.scalar(
                select(reports.c.envelope_hash).where(reports.c.report_id == report_id)
            )
        if stored is not None and stored != envelope_hash(envelope):
            raise WillNeverWork("Refused: another envelope is stored under this report id.")

    def _find(self, code: str) -> list[Found]:
        """Return the report of this code, the oldest first, and what was added to it."""
        digits = read_code(code)
        if digits is None:
            return []
        self._guesses.may_try()
        # Always computed, row or no row: the time taken tells nothing about a code.
        given = lock(digits, self._secret)
        with _transaction(self._engine) as connection:
            rows = connection.execute(
                select(reports.c.report_id, reports.c.word, reports.c.lock)
                .where(reports.c.lookup == given.lookup)
                .order_by(reports.c.received, reports.c.earlier, reports.c.report_id)
            ).all()
        fitting = [row for row in rows if hmac.compare_digest(row.lock, given.lock)]
        if not fitting:
            self._guesses.was_wrong()
        return [Found(row.report_id, row.word) for row in fitting]


class _Deleted(Exception):  # noqa: N818 - a finding, not an error
    """The report was here and staff deleted it."""


def _insert(connection: Connection, triage: Triage, envelope: bytes, receipt: ReceiptLock) -> None:
    alike = reports.alias("alike")
    same_code = (alike.c.lookup == receipt.lookup, alike.c.lock == receipt.lock)
    earlier = select(func.count()).select_from(alike).where(*same_code).scalar_subquery()
    connection.execute(
        insert(reports).values(
            report_id=triage.report_id,
            received=triage.received,
            queue=triage.queue,
            priority=triage.priority,
            due_week=triage.due_week,
            language=triage.language,
            consent_version=triage.consent_version,
            envelope=envelope,
            envelope_hash=envelope_hash(envelope),
            lookup=receipt.lookup,
            lock=receipt.lock,
            earlier=earlier,
            word="arrived",
        )
    )
    # After the insert: by then no deletion of the same report can still be under way.
    gone = select(tombstones.c.report_id).where(tombstones.c.report_id == triage.report_id)
    if connection.scalar(gone) is not None:
        raise _Deleted


@contextmanager
def _transaction(engine: Engine) -> Iterator[Connection]:
    """One transaction whose failures are sorted into the boundary's two kinds."""
    try:
        with engine.begin() as connection:
            yield connection
    except IntegrityError:
        raise
    except DataError:
        raise WillNeverWork("Refused: a column holds what the store cannot keep.") from None
    except SQLAlchemyError as fault:
        # The driver's own text may quote a row: only the kind of fault goes on.
        raise TryLater(
            f"The intake store did not answer ({type(fault).__name__}). If this stays so, check "
            "INTAKE_DATABASE_URL and run `python -m intake init`."
        ) from None
