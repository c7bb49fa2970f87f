"""What is sent, held against the published schema, for every report of the stories."""

import json

import pytest
from jsonschema import Draft202012Validator

from flows.calendar import Almanac
from flows.commands.charting import DOCS
from flows.deadlines import timing
from flows.draft import Draft
from flows.routing import route
from flows.summary import conflict_card, consent_version, summary
from tests.properties.phones import moments
from tests.stories.telling import TODAY, shipped

FLOW = shipped().flow


def sent() -> list[Draft]:
    """Return every draft that the stories send."""
    return list({id(d): d for walk in moments() for d in walk.sent}.values())


def as_sent(draft: Draft) -> dict[str, object]:
    """Return the summary with what sealing adds to it."""
    time = timing(FLOW, draft, TODAY, Almanac())
    found = route(FLOW, draft, time)
    triage = {
        "report_id": "0" * 32,
        "received": TODAY.isoformat(),
        "queue": found.queue,
        "priority": found.priority,
        "due_week": time.due_week and time.due_week.isoformat(),
        "language": draft.language,
        "consent_version": consent_version(draft),
    }
    made = json.loads(json.dumps(summary(FLOW, draft, "0" * 32, TODAY)))
    if "chat" in made["contact"]:
        made["contact"]["chat"] |= {"address": "A" * 43 + "=", "key": "age1" + "q" * 58}
    return {**made, "triage": triage, "conflict_card": None}


def test_schema() -> None:
    """Every report that the stories send fits docs/envelope-v1.schema.json."""
    schema = json.loads((DOCS / "envelope-v1.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    assert len(sent()) >= 16
    for draft in sent():
        made = json.loads(json.dumps(as_sent(draft)))
        assert [e.message for e in validator.iter_errors(made)] == []


@pytest.mark.holds("T45")
def test_officer_details_stand_in_the_conflict_card_alone() -> None:
    """What was typed about the officer is sealed apart, and nowhere in the account."""
    draft = next(d for d in sent() if "officer" in d.answers and d.answers["officer"].text)
    words = draft.answers["officer"].text
    assert words not in json.dumps(summary(FLOW, draft, "0" * 32, TODAY))
    assert words in json.dumps(conflict_card(FLOW, draft))


def test_questions_as_shown() -> None:
    """Each answer carries its question and labels as they were shown, with no open brace."""
    for draft in sent():
        for answer in draft.answers.values():
            assert answer.question or answer.state == "skipped"
            assert "{" not in answer.question
            assert len(answer.labels) == len([v for v in answer.values if v != "typed"])
