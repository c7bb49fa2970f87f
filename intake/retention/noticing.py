"""Whether staff should be told today that reports come to the end of their time."""

from datetime import UTC, date, datetime

from sqlalchemy import Connection, select

from intake.alerts.notice import RETENTION_DUE
from intake.retention.clock import Due, due
from intake.retention.terms import Terms
from intake.tables import staff_alerts


def told_on(connection: Connection) -> date | None:
    """Return the day (UTC) on which staff were told last, or are to be told; None for never."""
    asked = select(staff_alerts.alarms.c.told_at).where(
        staff_alerts.alarms.c.kind == RETENTION_DUE.kind
    )
    at = connection.scalar(asked)
    return None if at is None else datetime.fromtimestamp(at, tz=UTC).date()


def worth_telling(connection: Connection, terms: Terms, today: date) -> bool:
    """Tell whether something came onto the list since the last notice, or is over its time.

    At most once a day. What lies on a legal hold stays on the list for as long as it takes: it is
    told of when it comes, and then no more.
    """
    told = told_on(connection)
    if told is not None and told >= today:
        return False
    return any(_is_news(one, today, told) for one in due(connection, terms, today))


def _is_news(one: Due, today: date, told: date | None) -> bool:
    over = one.ends <= today and not one.held
    return told is None or one.warn_from > told or over
