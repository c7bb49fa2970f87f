"""Reports whose every decrypted field is hostile: one kind of field a report, all strings in it."""

import base64
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tests.intake.sample import answer, conflict, consent, summary, triage

Json = dict[str, object]
Words = Sequence[str]
ROOM = 58 * 1024
"""Bytes of strings and of the names of their fields; the rest is what every summary holds."""

FRAME = 220
"""Bytes of the fields' names around one string: those of an answer."""

ADDRESS = base64.b64encode(bytes(32)).decode()


@dataclass(frozen=True, slots=True)
class Placed:
    """One report: its id, what is sealed, which words its page has to show as text."""

    report_id: str
    summary: Json
    card: Mapping[str, object]
    shown: Words = field(repr=False)


def _answers(part: str) -> Callable[[Words], Json]:
    def build(words: Words) -> Json:
        made = [
            answer(f"step_{at}", "asked", text="said")
            | ({part: [one] if part in {"labels", "values"} else one})
            for at, one in enumerate(words)
        ]
        return {"blocks": [{"id": words[0], "title": words[-1], "answers": made}]}

    return build


def _skipped(words: Words) -> Json:
    made = [answer(f"step_{at}", one, state="not_asked") for at, one in enumerate(words)]
    made += [answer(f"other_{at}", "", label=one, state="skipped") for at, one in enumerate(words)]
    return {"blocks": [{"id": "outline", "title": "", "answers": made}]}


def _steps(words: Words) -> Json:
    made = [answer(one, "", text="said", language=one, state=one) for one in words]
    return {"blocks": [{"id": "outline", "title": "", "answers": made}]}


def _consents(*parts: str) -> Callable[[Words], Json]:
    def build(words: Words) -> Json:
        return {"consents": [consent("send", "text") | dict.fromkeys(parts, w) for w in words]}

    return build


def _contact(words: Words) -> Json:
    whole = "\n".join(words)
    way = {"method": whole[:2000], "value": whole, "when": list(words)}
    return {"contact": {**way, "voicemail": words[0], "name_to_use": words[-1]}}


def _chat(words: Words) -> Json:
    chat = {"days": list(words), "hours": list(words), "until": words[0], "may_ask_more": True}
    way = {"method": "chat", "value": "", "when": [], "voicemail": "", "name_to_use": words[1]}
    return {"contact": {**way, "chat": {**chat, "address": ADDRESS, "key": words[2]}}}


def _route(words: Words) -> Json:
    because = [{"step": one, "values": [one]} for one in words]
    return {
        "route": {"queue": words[0], "rule": words[1], "because": because, "tags": [words[2]]},
        "flow_version": words[3],
        "flow_hash": words[4],
        "sent": words[5],
    }


def _flags(words: Words) -> Json:
    return {
        "flags": list(words),
        "names": dict(zip(words, words, strict=True)),
        "route": {"queue": "Q1", "rule": "", "because": [], "tags": list(words)},
        "adds_to": words[0],
    }


def _limits(words: Words) -> Json:
    names = ("soonest", "latest_if", "alert", "extension_power", "text_version", "source", "note")
    states = ("running", "open", "depends", "none")
    made = [
        {"rule": one, "name": one, "state": states[at % 4], "inputs": {one: one}, "ask": one}
        | {names[at % 7]: one}
        for at, one in enumerate(words)
    ]
    return {"deadlines": made}


def _dates(words: Words) -> Json:
    steps = [f"step_{at}" for at in range(len(words))]
    made = [answer(step, "when", text="then") for step in steps]
    dated = [
        one if at % 3 else {"edtf": one, "about": True, "earliest": one, "latest": one, "text": one}
        for at, one in enumerate(words)
    ]
    return {
        "blocks": [{"id": "outline", "title": "", "answers": made}],
        "dates": dict(zip(steps, dated, strict=True)),
    }


FIELDS: Mapping[str, tuple[Callable[[Words], Json], int]] = {
    "text": (_answers("text"), 1),
    "question": (_answers("question"), 1),
    "labels": (_answers("labels"), 1),
    "gaps": (_skipped, 2),
    "steps": (_steps, 3),
    "consent texts": (_consents("text"), 1),
    "consent parts": (_consents("purpose", "version", "day"), 3),
    "contact": (_contact, 2),
    "chat": (_chat, 2),
    "route": (_route, 2),
    "flags": (_flags, 4),
    "limits": (_limits, 5),
    "dates": (_dates, 2),
}
"""How each field is filled, and how often a string stands in it then."""


def hostile_reports(words: Words) -> Iterator[Placed]:
    """Yield reports until every string has stood in every field."""
    for name, (build, times) in FIELDS.items():
        for at, some in enumerate(_packed(words, times)):
            report_id = hashlib.sha256(f"{name} {at}".encode()).hexdigest()[:32]
            yield Placed(report_id, _summary(report_id, build(some)), conflict(), some)


def hostile_cards(words: Words) -> Iterator[Placed]:
    """Yield reports whose conflict cards hold every string, as a name and as words."""
    for at, some in enumerate(_packed(words, 4)):
        report_id = hashlib.sha256(f"card {at}".encode()).hexdigest()[:32]
        card: Json = {one: [one, {one: one}] for one in some[::2]}
        card |= {f"step_{n}": answer("officer", one, text=one) for n, one in enumerate(some[1::2])}
        yield Placed(report_id, _summary(report_id, {}), card, some)


def line_report(words: Words) -> Placed:
    """Return a report whose line in the list is made of these strings."""
    steps = ("body", "conduct", "relation", "linked", "solicitor")
    made = [answer(step, "asked", labels=list(words[at::5])) for at, step in enumerate(steps)]
    report_id = hashlib.sha256(b"line").hexdigest()[:32]
    contact = {"method": "phone", "value": "", "when": list(words[:5])}
    inside: Json = {
        "blocks": [{"id": "outline", "title": "", "answers": made}],
        "contact": {**contact, "voicemail": "", "name_to_use": ""},
        "dates": {"when_first": words[0]},
    }
    return Placed(report_id, _summary(report_id, inside), conflict(), words)


def pattern_reports(words: Words) -> Iterator[Placed]:
    """Yield six reports about one officer, told alike, whose keys and cards hold the strings."""
    steps = ("officer_station", "officer_vehicle", "officer_look")
    made = [
        answer("body", "asked", values=[f"ew-{words[0]}"]),
        answer("conduct", "asked", values=list(words[:40])),
    ]
    agreed = [consent("share_anonymised_pattern", "text")]
    inside: Json = {"blocks": [{"id": "outline", "title": "", "answers": made}], "consents": agreed}
    for number in range(6):
        report_id = hashlib.sha256(f"pattern {number}".encode()).hexdigest()[:32]
        told = "\n".join(words[number * 80 : number * 80 + 100])
        card = {step: answer(step, "asked", text=told) for step in steps}
        card["officer"] = answer("officer", "asked", text=f"PC Halloran 4471 {told}")
        yield Placed(report_id, _summary(report_id, inside), card, words)


def _summary(report_id: str, inside: Json) -> Json:
    return summary(triage(report_id), **inside)


def _packed(words: Words, times: int) -> Iterator[Words]:
    """Yield the strings in portions that fit an envelope in which each stands so often."""
    some: list[str] = []
    size = 0
    for one in words:
        length = (times + 1) * len(json.dumps(one, ensure_ascii=False).encode()) + FRAME
        if some and size + length > ROOM:
            yield some
            some, size = [], 0
        some.append(one)
        size += length
    yield some
