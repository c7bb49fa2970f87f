"""An opened report as titled parts, the same for the terminal and for the printed page.

Nothing here knows a question: whatever the flow asked is shown as it was asked and answered.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from intake.reading import OpenedReport
from intake.summary import Answer, Block, Summary

CONTENT_NOTICE = (
    "What follows may describe sexual harassment or violence, partly in the person's own words. "
    "Read it when you have the time, and somebody to talk to afterwards."
)

CARD_FOR_OTHERS = "There is a conflict card. It opens only to a conflict checker's identity."

_STATES = {
    "skipped": "skipped",
    "dont_know": "did not know",
    "prefer_not": "did not want to say",
    "not_asked": "not asked",
}

_ACCOUNT = {"account", "what_happened"}
_SHORT_TEXT = 80
"""Characters. The flow keeps names, places and references within this; an account is longer."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A question or name, and what stands against it."""

    name: str
    words: tuple[str, ...] = field(repr=False)
    language: str = ""
    """Of `name`, as a BCP-47 tag; empty for the staff's own English."""
    quiet: bool = False
    """There is no answer: `words` say why."""


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part of a report."""

    title: str
    entries: tuple[Entry, ...] = field(repr=False)
    notice: str = ""
    """Shown before the part, for readers to prepare themselves."""
    kind: str = "block"


def parts(opened: OpenedReport, summary: Summary) -> tuple[Part, ...]:
    """Return the report's parts in reading order: how to reach her before what happened."""
    return (
        Part("Where it goes", tuple(_route(opened, summary)), kind="route"),
        Part("Conflict card", tuple(_card(opened)), kind="conflict"),
        Part("How to reach the person", tuple(_contact(summary)), kind="contact"),
        *_blocks(summary.blocks),
        Part("What the person agreed to", tuple(_consents(summary)), kind="consents"),
    )


def visible(text: str) -> str:
    """Return the text without signs that could steer a terminal or reorder the lines around it."""
    return "".join(_visible_sign(sign) for sign in text)


def spoken(key: str) -> str:
    """Return a key of the flow as words: `still_in_contact` as `still in contact`."""
    return key.replace("_", " ")


def named(key: str) -> str:
    """Return a key of the flow as the name of an entry: `when_first` as `When first`."""
    return spoken(key)[:1].upper() + spoken(key)[1:]


def _visible_sign(sign: str) -> str:
    if sign in "\n\t":
        return sign
    if unicodedata.category(sign) == "Cc":
        return "\N{REPLACEMENT CHARACTER}"
    return "" if unicodedata.bidirectional(sign) in _OVERRIDES else sign


_OVERRIDES = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def _route(opened: OpenedReport, summary: Summary) -> Iterator[Entry]:
    triage = opened.stored.triage
    yield Entry("Queue", (triage.queue,))
    yield Entry("Priority", (f"{triage.priority} (0 is the most urgent)",))
    yield Entry("Received", (triage.received.isoformat(),))
    if triage.due_week:
        yield Entry("Due in the week of", (triage.due_week.isoformat(),))
    reasons = tuple(
        f"{named(one.step)}: {', '.join(map(spoken, one.values))}" for one in summary.route.because
    )
    yield from _if_any("Chosen because of", reasons)
    others = tuple(tag for tag in summary.route.tags if tag != triage.queue)
    yield from _if_any("Other tags", others)
    yield from _if_any("Flags", tuple(map(named, summary.flags)))
    for step, dated in summary.dates.items():
        yield Entry(f"{named(step)} (EDTF)", (dated,))
    yield from _if_any("Adds to report", (summary.adds_to,) if summary.adds_to else ())
    yield Entry("Language of the chat", (summary.language,))


def _card(opened: OpenedReport) -> Iterator[Entry]:
    if opened.conflict is not None:
        for key, value in opened.conflict.items():
            yield Entry(named(key), tuple(_flat(value)) or ("nothing",))
    elif opened.has_conflict_card:
        yield Entry("", (CARD_FOR_OTHERS,), quiet=True)
    else:
        yield Entry("", ("This report has no conflict card.",), quiet=True)


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield f"{named(str(key))}: {', '.join(_flat(inner))}"
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _flat(inner)
    elif value not in (None, ""):
        yield str(value)


def _contact(summary: Summary) -> Iterator[Entry]:
    contact = summary.contact
    yield Entry("Way", (named(contact.method) or "none given",))
    yield from _if_any("Number or address", (contact.value,) if contact.value else ())
    yield from _if_any("When", (", ".join(contact.when),) if contact.when else ())
    yield from _if_any("Voicemail or text", (contact.voicemail,) if contact.voicemail else ())
    yield from _if_any("Name to use", (contact.name_to_use,) if contact.name_to_use else ())


def _blocks(blocks: Iterable[Block]) -> Iterator[Part]:
    noticed = False
    for block in blocks:
        entries = tuple(_answers(block.answers))
        notice = "" if noticed or not _is_account(block) else CONTENT_NOTICE
        noticed = noticed or bool(notice)
        if entries:
            yield Part(block.title or named(block.id), entries, notice)


def _is_account(block: Block) -> bool:
    return block.id in _ACCOUNT or any(len(one.text) > _SHORT_TEXT for one in block.answers)


def _answers(answers: Iterable[Answer]) -> Iterator[Entry]:
    not_asked = []
    for answer in answers:
        name = answer.question or named(answer.step)
        words = tuple(word for word in (*answer.labels, answer.text) if word)
        if answer.state == "answered" and words:
            yield Entry(name, words, answer.language)
        elif answer.state == "not_asked":
            not_asked.append(name)
        else:
            state = _STATES.get(answer.state, spoken(answer.state))
            yield Entry(
                name, (state, *((answer.text,) if answer.text else ())), answer.language, quiet=True
            )
    if not_asked:
        yield Entry("Not asked", tuple(not_asked), quiet=True)


def _consents(summary: Summary) -> Iterator[Entry]:
    for consent in summary.consents:
        given = "given" if consent.given else "not given"
        day = f" on {consent.day}" if consent.day else ""
        line = f"{given}{day} (text version {consent.version})"
        yield Entry(named(consent.purpose), (line, consent.text))


def _if_any(name: str, words: tuple[str, ...]) -> Iterator[Entry]:
    if words:
        yield Entry(name, words)
