"""An invented report, for every test that needs one. Nobody in it exists."""

import hashlib
from datetime import UTC, date, datetime

from intake.age import Identity, new_identity
from intake.boundary import Triage, envelope_hash
from intake.envelope import seal
from intake.exports.watermark import watermark
from intake.parts import Part, parts
from intake.reading import OpenedReport, open_report
from intake.recipients import Recipient, Recipients
from intake.register import StoredReport
from intake.summary import read_summary

NOTE = "Outline for making contact. Not a witness statement. May be incomplete."
ACCOUNT = (
    "He came back to my flat after taking my statement.\nHe said it was <b>routine</b> & stayed "
    "by the door."
)
URDU = (
    "وہ میرے بیان لینے کے بعد دوبارہ گھر آیا۔ "  # noqa: RUF001 - Urdu full stop
    "اس نے کہا کہ یہ معمول کی بات ہے۔ (2019)"  # noqa: RUF001 - Urdu full stop
)
WATERMARK = watermark("Ada Invented", datetime(2026, 11, 22, 14, 37, tzinfo=UTC))


def triage(report_id: str = "3f" * 16, **changes: object) -> Triage:
    columns = {
        "report_id": report_id,
        "received": date(2026, 11, 22).isoformat(),
        "queue": "Q3_MET_CORE",
        "priority": 2,
        "due_week": date(2026, 11, 30).isoformat(),
        "language": "en",
        "consent_version": "2026-11",
    }
    return Triage.from_dict({**columns, **changes})


def answer(step: str, question: str, **changes: object) -> dict[str, object]:
    return {
        "step": step,
        "label": "",
        "question": question,
        "language": "en",
        "state": "answered",
        "values": [],
        "labels": [],
        "text": "",
        "sealed_apart": False,
        **changes,
    }


def consent(purpose: str, text: str) -> dict[str, object]:
    return {
        "purpose": purpose,
        "given": True,
        "text": text,
        "text_hash": hashlib.sha256(text.encode()).hexdigest(),
        "version": "2026-11",
        "language": "en",
        "day": "2026-11-22",
    }


def blocks() -> list[dict[str, object]]:
    outline = [
        answer("relation", "Did this happen to you?", values=["self"], labels=["Yes, to me"]),
        answer("when_first", "When did it happen?", values=["y2019"], labels=["2019"]),
        answer("ongoing", "Is it still happening?", state="dont_know"),
        answer("was_minor", "Were you under 18 then?", state="prefer_not"),
        answer("solicitor", "Do you have a solicitor?", state="skipped"),
        answer("nation", "Where did it happen?", state="not_asked"),
        answer("bodies", "Which police bodies?", state="not_asked"),
    ]
    account = [
        answer(
            "conduct",
            "Which of these were part of it?",
            values=["unwanted_pursuit", "comments_messages"],
            labels=["Kept contacting me", "Sexual or personal comments"],
        ),
        answer("own_words", "In your own words", text=ACCOUNT),
        answer("own_words_ur", "آپ کے اپنے الفاظ میں", language="ur", text=URDU),
    ]
    return [
        {"id": "outline", "title": "The outline", "answers": outline},
        {"id": "account", "title": "What happened", "answers": account},
    ]


def summary(columns: Triage | None = None, /, **changes: object) -> dict[str, object]:
    columns = columns or triage()
    return {
        "schema_version": 1,
        "record_id": columns.report_id,
        "flow_version": "2026-11-22",
        "flow_hash": hashlib.sha256(b"flow").hexdigest(),
        "language": "en",
        "created": "2026-11-21",
        "sent": "2026-11-22",
        "note": NOTE,
        "adds_to": None,
        "blocks": blocks(),
        "consents": [
            consent("hold_draft", "You may hold a draft of my answers."),
            consent("send_to_team", "The legal team may read this and contact me."),
        ],
        "contact": {
            "method": "phone",
            "value": "020 7946 0018",
            "when": ["Weekdays", "10am to noon"],
            "voicemail": "No voicemail",
            "name_to_use": "Ash",
        },
        "route": {
            "queue": columns.queue,
            "rule": "met-core",
            "because": [{"step": "body", "values": ["ew-metropolitan-police-service"]}],
            "tags": [columns.queue, "Q12_RESPONSE_FAILURE"],
        },
        "priority": columns.priority,
        "flags": ["still_in_contact"],
        "dates": {"when_first": "2019"},
        "triage": columns.as_dict(),
        **changes,
    }


def conflict() -> dict[str, object]:
    return {
        "body": "Metropolitan Police",
        "officer": {"name": "PC Invented", "number": "0000"},
        "name_to_use": "Ash",
    }


class Readers:
    """A reader, a conflict checker and a recovery key, made for one test run."""

    def __init__(self) -> None:
        self.reader: Identity = new_identity()
        self.checker: Identity = new_identity()
        self.recovery: Identity = new_identity()
        self.stranger: Identity = new_identity()
        reader = Recipient("Reader", self.reader.public_key)
        checker = Recipient("Checker", self.checker.public_key)
        recovery = Recipient("Recovery", self.recovery.public_key, recovery=True)
        self.recipients = Recipients((reader, recovery), (checker, recovery))


def opened(readers: Readers, columns: Triage | None = None, **changes: object) -> OpenedReport:
    """Return a sealed report, opened; `columns` are what the store says of it."""
    envelope = seal(summary(**changes), conflict(), readers.recipients)
    stored = StoredReport(columns or triage(), "arrived", None, envelope, envelope_hash(envelope))
    return open_report(stored, [readers.reader, readers.checker])


def shown(report: OpenedReport) -> tuple[Part, ...]:
    return parts(report, read_summary(report.summary))
