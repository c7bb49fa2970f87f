"""Deletions, written outside the database too, and done again where a restored backup undid them.

The file holds no more than the tombstones do: an id, a day, a reason.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, select

from intake.audit import record
from intake.audit.link import canonical
from intake.growing_file import append
from intake.removal import Reason, read_reason, remove
from intake.tables import reports, tombstones

_ID_DIGITS = 32


class DeletionsFault(Exception):  # noqa: N818 - told to operators as it stands
    """The file of deletions cannot be written or read; says which setting to look at."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """One report that was deleted."""

    report_id: str
    deleted: date
    reason: Reason


def write_deletions(engine: Engine, path: Path) -> int:
    """Write outside whatever was deleted and is not there yet; return how much it was.

    From the tombstones, so what a crash kept from the file is there after the next call. Raises
    DeletionsFault.
    """
    with engine.connect() as connection:
        rows = connection.execute(select(tombstones).order_by(tombstones.c.deleted)).all()
    if not rows:
        return 0
    known = {one.report_id for one in read_deletions(path)[0]}
    new = [row for row in rows if row.report_id not in known]
    try:
        for row in new:
            line = {"report": row.report_id, "deleted": f"{row.deleted}", "reason": row.reason}
            append(path, canonical(line))
    except OSError as fault:
        raise DeletionsFault(
            f"DELETIONS_FILE cannot be written ({fault.strerror}): let this account append to it. "
            "Without it a restored backup brings back what was deleted."
        ) from None
    return len(new)


def read_deletions(path: Path) -> tuple[tuple[Deletion, ...], tuple[int, ...]]:
    """Return what the file says was deleted, each report once, and the numbers of other lines.

    No file is no deletions. Raises DeletionsFault for a file that cannot be read.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return (), ()
    except OSError as fault:
        raise DeletionsFault(f"The file {path} cannot be read ({fault.strerror}).") from None
    found: dict[str, Deletion] = {}
    spoiled = []
    for place, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = _deletion(json.loads(line))
        except (ValueError, KeyError, TypeError):
            spoiled.append(place)
        else:
            found.setdefault(one.report_id, one)
    return tuple(found.values()), tuple(spoiled)


def returned(connection: Connection, known: tuple[Deletion, ...]) -> tuple[Deletion, ...]:
    """Return the deletions whose report is here again."""
    here = frozenset(connection.scalars(select(reports.c.report_id)))
    return tuple(one for one in known if one.report_id in here)


def delete_again(connection: Connection, at: int, who: str, one: Deletion) -> None:
    """Delete a report that came back, with the day and the reason of then; raises NotDeleted.

    Two people agreed to it then, or somebody did it alone: the chain of before says which. Call
    `intake.removal.empty_log` once the transaction has ended.
    """
    # Half restored: the report came back beside its tombstone.
    connection.execute(delete(tombstones).where(tombstones.c.report_id == one.report_id))
    remove(connection, one.report_id, one.reason, one.deleted)
    record(
        connection,
        at,
        who,
        "deleted_again",
        one.report_id,
        reason=one.reason,
        day=one.deleted.isoformat(),
    )


def _deletion(read: Any) -> Deletion:  # noqa: ANN401 - whatever JSON somebody wrote
    report_id, reason = read["report"], read["reason"]
    if not isinstance(report_id, str) or len(report_id) != _ID_DIGITS:
        raise ValueError
    return Deletion(report_id, date.fromisoformat(read["deleted"]), read_reason(str(reason)))
