"""Sealed words of staff: private notes, and translations that stand beside an answer."""

import re
import secrets
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from sqlalchemy import Row, insert, select

from intake.casework.desk import Desk
from intake.casework.refusing import Refused
from intake.casework.sealed import check_sealed
from intake.casework.standing import change, standing
from intake.tables import notes, translations

NoteKind = Literal["note", "hold", "referral"]
"""Of their own accord; why a report is on legal hold; to whom it was referred."""

MadeBy = Literal["human", "machine"]


@dataclass(frozen=True, slots=True)
class Note:
    """One note, sealed to the readers of the report's queue."""

    note_id: str
    report_id: str
    kind: NoteKind
    author: str
    written: int
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Translation:
    """One translation of one answer, sealed to the readers of the report's queue."""

    translation_id: str
    report_id: str
    step: str
    language: str
    made_by: MadeBy
    author: str
    written: int
    sealed: bytes = field(repr=False)


def add_note(desk: Desk, report_id: str, kind: NoteKind, sealed: bytes) -> str:
    """Keep a note, which nobody can change later; return its id. Raises NoSuchReport, Refused."""
    old = standing(desk, report_id, to_change=True)
    if kind not in get_args(NoteKind):
        raise Refused("kind", f"A note is one of: {', '.join(get_args(NoteKind))}.")
    check_sealed(sealed)
    note_id = secrets.token_hex(16)
    desk.connection.execute(
        insert(notes).values(
            note_id=note_id,
            report_id=report_id,
            kind=kind,
            author=desk.actor.staff_id,
            written=desk.at,
            sealed=sealed,
        )
    )
    change(desk, old, None, "note_added", {"note": note_id, "kind": kind})
    return note_id


def notes_of(desk: Desk, report_id: str) -> tuple[Note, ...]:
    """Return the notes of a report, the oldest first. Raises NoSuchReport."""
    standing(desk, report_id)
    asked = select(notes).where(notes.c.report_id == report_id)
    rows = desk.connection.execute(asked.order_by(notes.c.written, notes.c.note_id))
    return tuple(Note(**_columns(row)) for row in rows)


def add_translation(  # noqa: PLR0913 - a translation is that much
    desk: Desk, report_id: str, step: str, *, language: str, made_by: MadeBy, sealed: bytes
) -> str:
    """Put a translation beside an answer; return its id. Raises NoSuchReport, Refused."""
    old = standing(desk, report_id, to_change=True)
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,63}", step):
        raise Refused("step", "This is not the name of a question.")
    if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}", language):
        raise Refused("language", "This is not the code of a language, like en or ur.")
    if made_by not in get_args(MadeBy):
        raise Refused("made_by", "A translation is made by: human, or machine.")
    check_sealed(sealed)
    translation_id = secrets.token_hex(16)
    desk.connection.execute(
        insert(translations).values(
            translation_id=translation_id,
            report_id=report_id,
            step=step,
            language=language,
            made_by=made_by,
            author=desk.actor.staff_id,
            written=desk.at,
            sealed=sealed,
        )
    )
    detail = {"step": step, "language": language, "made_by": made_by}
    change(desk, old, None, "translation_added", detail)
    return translation_id


def translations_of(desk: Desk, report_id: str) -> tuple[Translation, ...]:
    """Return the translations of a report, the oldest first. Raises NoSuchReport."""
    standing(desk, report_id)
    asked = select(translations).where(translations.c.report_id == report_id)
    order = (translations.c.written, translations.c.translation_id)
    rows = desk.connection.execute(asked.order_by(*order))
    return tuple(Translation(**_columns(row)) for row in rows)


def _columns(row: Row[Any]) -> dict[str, Any]:
    return dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
