"""What is sent: every answer with its question as shown, consents, contact, route.

Plain JSON values. Words typed by the reporter stand verbatim, in one place only.
What belongs to the conflict card is named here and left out of the account when
it is officer details (`docs/envelope-v1.schema.json` describes the result).
"""

import hashlib
from collections.abc import Mapping
from datetime import date

from flows import deadlines, routing
from flows.apart import kept_apart, without_counted
from flows.calendar import Almanac
from flows.dates import dates
from flows.draft import Answer, Consent, Draft
from flows.limit import as_json
from flows.model import Flow, Step
from flows.reach import by_chat, in_chat
from flows.span import Calendar
from flows.withheld import NOT_ASKED, answer_of

SCHEMA_VERSION = 1
NOTE = "Outline for making contact. Not a witness statement. May be incomplete."
OLDER = "Asked in an earlier version of the questions"
UNASKED_KINDS = frozenset({"notice", "end", "aside", "review", "consent", "word"})
ALMANAC = Almanac()
VALUES = {
    "phone": "value_phone",
    "sms": "value_phone",
    "email": "value_email",
    "post": "value_post",
}


def summary(
    flow: Flow, draft: Draft, record_id: str, today: date, calendar: Calendar = ALMANAC
) -> dict[str, object]:
    """Return the summary of a draft that is being sent on `today`."""
    draft = without_counted(draft)
    time = deadlines.timing(flow, draft, today, calendar)
    found = routing.route(flow, draft, time)
    return {
        "schema_version": SCHEMA_VERSION,
        "record_id": record_id,
        "flow_version": flow.version,
        "flow_hash": flow.hash,
        "language": draft.language,
        "created": draft.created,
        "sent": today.isoformat(),
        "note": NOTE,
        "adds_to": draft.report_id or None,
        "blocks": _blocks(flow, draft),
        "consents": [_consent(c) for c in draft.consents],
        "contact": _contact(draft, today),
        "route": routing.as_json(found),
        "priority": found.priority,
        "flags": list(found.flags),
        "reasons": routing.reasons_as_json(found),
        "names": dict(found.names),
        "deadlines": [as_json(limit) for limit in time.limits],
        "dates": dates(flow, draft, today, calendar),
    }


def conflict_card(flow: Flow, draft: Draft) -> dict[str, object]:
    """Return what conflict checkers read before anyone opens the account."""
    return {
        step.id: {**_answer(step, answer), "text": answer.text}
        for step in flow.steps.values()
        if step.conflict
        for answer in (answer_of(flow, draft, step),)
    }


def consent_version(draft: Draft) -> str:
    """Return the version of the text that was agreed to before sending."""
    return next((c.version for c in draft.consents if c.purpose == "send_to_team"), "")


def reached_by(draft: Draft) -> str:
    """Return how the team reaches her, "" if she gave no way.

    A way without its number or address is no way, and nobody is put down for ringing who
    did not say so: an addition asks for no way.
    """
    method = _first(draft, "method")
    value = draft.answers.get(VALUES.get(method, ""), NOT_ASKED)
    given = value.text or by_chat(draft) or method == "i_will_contact"
    return method if given else ""


def _blocks(flow: Flow, draft: Draft) -> list[dict[str, object]]:
    blocks: list[dict[str, object]] = []
    for block in flow.blocks.values():
        answers = [
            _answer(step, answer_of(flow, draft, step))
            for step in flow.steps.values()
            if step.block == block.id and step.label and step.kind not in UNASKED_KINDS
            if not kept_apart(step.id)
        ]
        if answers:
            blocks.append({"id": block.id, "title": block.title, "answers": answers})
    older = [_older(n, a) for n, a in draft.answers.items() if n not in flow.steps]
    if older:
        blocks.append({"id": "older", "title": OLDER, "answers": older})
    return blocks


def _older(name: str, answer: Answer) -> dict[str, object]:
    """Return the answer to a question that the flow no longer has."""
    asked = Step(name, "older", "text", answer.question, label=answer.question[:80])
    return _answer(asked, answer)


def _answer(step: Step, answer: Answer, *, in_card: bool = False) -> dict[str, object]:
    """Return one answer; outside the conflict card, officer details show only if there are any."""
    sealed_apart = step.hidden and not in_card
    return {
        "step": step.id,
        "label": step.label,
        "question": answer.question,
        "language": answer.language,
        "state": answer.state,
        "values": list(answer.values),
        "labels": list(answer.labels),
        "text": answer.text if not sealed_apart else "",
        "sealed_apart": sealed_apart and bool(answer.text),
    }


def _consent(consent: Consent) -> dict[str, object]:
    digest = hashlib.sha256(consent.text.encode()).hexdigest()
    return {
        "purpose": consent.purpose,
        "given": consent.given,
        "text": consent.text,
        "text_hash": digest,
        "version": consent.version,
        "language": consent.language,
        "day": consent.day,
    }


def _contact(draft: Draft, today: date) -> Mapping[str, object]:
    """Return how to reach her; where a note goes and its key are put in when it is sealed."""
    method = reached_by(draft)
    chat = {"chat": in_chat(draft, today).as_json()} if method == "chat" else {}
    when = draft.answers.get("reach_when", NOT_ASKED)
    times = [v for v in when.values if v != "typed"]
    return {
        "method": method,
        "value": draft.answers.get(VALUES.get(method, ""), NOT_ASKED).text,
        "when": [*times, *([when.text] if when.text else [])],
        "voicemail": _first(draft, "voicemail"),
        "name_to_use": draft.answers.get("name_to_use", NOT_ASKED).text,
        **chat,
    }


def _first(draft: Draft, name: str) -> str:
    values = draft.answers.get(name, NOT_ASKED).values
    return values[0] if values else ""
