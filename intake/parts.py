"""An opened report as titled parts, the same for the terminal and for the printed page.

Nothing here knows a question: whatever the flow asked is shown as it was asked and answered.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from intake.contact import contact_entries
from intake.entries import Entry, answer_entry, if_any, named, question, spoken
from intake.limits import TITLE, limit_entries
from intake.reading import OpenedReport
from intake.summary import Answer, Because, Block, Dated, Summary, read_answer

CONTENT_NOTICE = (
    "What follows may describe sexual harassment or violence, partly in the person's own words. "
    "Read it when you have the time, and somebody to talk to afterwards."
)

CARD_FOR_OTHERS = "There is a conflict card. It opens only to a conflict checker's identity."

_PURPOSES = {
    "hold_draft": "Keep the answers until they are sent",
    "keep_longer_joint_claim": "Keep it longer for a joint claim",
}
"""What a consent is for, where its key says little."""
_ACCOUNT = {"account", "what_happened"}
_SHORT_TEXT = 80
"""Characters. The flow keeps names, places and references within this; an account is longer."""


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
        *_limits(summary),
        Part("Conflict card", tuple(_card(opened)), kind="conflict"),
        Part("How to reach the person", tuple(contact_entries(summary)), kind="contact"),
        *_blocks(summary.blocks),
        Part("What the person agreed to", tuple(_consents(summary)), kind="consents"),
    )


def _route(opened: OpenedReport, summary: Summary) -> Iterator[Entry]:
    triage = opened.stored.triage
    yield Entry("Queue", (in_words(summary, triage.queue),))
    yield Entry("Priority", (f"{triage.priority} (0 is the most urgent)",))
    yield Entry("Received", (triage.received.isoformat(),))
    if triage.due_week:
        yield Entry("Look at it from the week of", (triage.due_week.isoformat(),))
    yield from if_any("Chosen because of", tuple(_reasons(summary, summary.route.because)))
    others = tuple(tag for tag in summary.route.tags if tag != triage.queue)
    yield from if_any("Other tags", tuple(in_words(summary, tag) for tag in others))
    yield from if_any("Flags", tuple(_flags(summary)))
    for step, dated in summary.dates.items():
        yield from if_any(f"{named(step)}, as the person remembers it", tuple(_dated(dated)))
    yield from if_any("Adds to report", (summary.adds_to,) if summary.adds_to else ())
    yield Entry("Language of the chat", (summary.language,))


def in_words(summary: Summary, name: str) -> str:
    """Return a queue in plain words with its id; of an older report the id alone."""
    words = summary.names.get(name)
    return f"{words} ({name})" if words else name


def _flags(summary: Summary) -> Iterator[str]:
    """Yield each flag in words, with the answers that set it."""
    for flag in summary.flags:
        why = "; ".join(_reasons(summary, summary.reasons.get(flag, ())))
        yield summary.names.get(flag, named(flag)) + (f" ({why})" if why else "")


def _reasons(summary: Summary, because: Iterable[Because]) -> Iterator[str]:
    limits = {one.rule: one.name for one in summary.deadlines}
    for one in because:
        yield f"{limits.get(one.step, named(one.step))}: {', '.join(map(spoken, one.values))}"


def _limits(summary: Summary) -> Iterator[Part]:
    if summary.deadlines:
        yield Part(TITLE, tuple(limit_entries(summary)), kind="limits")


def _dated(dated: Dated | str | None) -> Iterator[str]:
    """Yield the person's words for a date, then what they can mean."""
    if dated is None or isinstance(dated, str):
        yield from (f"EDTF {dated}",) if dated else ()
        return
    yield from (dated.text,) if dated.text else ()
    first = f"from {dated.earliest}" if dated.earliest else "from an unknown day"
    last = f"to {dated.latest}" if dated.latest else "with no last day"
    day = dated.earliest if dated.earliest == dated.latest else None
    yield f"{day or f'{first} {last}'}{', around then' if dated.about else ''} (EDTF {dated.edtf})"


def _card(opened: OpenedReport) -> Iterator[Entry]:
    if opened.conflict is not None:
        for key, value in opened.conflict.items():
            answer = read_answer(value)
            if answer is None:
                yield Entry(named(key), tuple(_flat(value)) or ("nothing",))
            elif answer.state != "not_asked":
                yield answer_entry(answer)
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
        if answer.state == "not_asked":
            not_asked.append(question(answer))
        else:
            yield answer_entry(answer)
    if not_asked:
        yield Entry("Not asked", tuple(not_asked), quiet=True)


def _consents(summary: Summary) -> Iterator[Entry]:
    for consent in summary.consents:
        given = "given" if consent.given else "not given"
        day = f" on {consent.day}" if consent.day else ""
        line = f"{given}{day} (text version {consent.version})"
        yield Entry(_PURPOSES.get(consent.purpose) or named(consent.purpose), (line, consent.text))
