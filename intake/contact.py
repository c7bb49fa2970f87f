"""How the reporter may be reached, and what to know before anyone rings."""

from collections.abc import Iterator, Mapping

from intake.entries import Entry, answer_entry, if_any, key_or_words, named
from intake.summary import Answer, Contact, InChat, Summary

WRITE = "python -m intake message REPORT --identity FILE"
NO_WAY = "None given"
ELSEWHERE = "Not asked here: see the first report"
NO_LONGER = "Do not contact the person"
NO_OTHER = "Not as in the first report; no other way given"

BEFORE = ("still_safe", "phone", "in_contact", "withheld_number", "who_may_answer", "code_phrase")
"""The questions whose answers whoever rings has to know before the number."""


def contact_entries(summary: Summary) -> Iterator[Entry]:
    """Yield who else may be near, then the way and the number, then when and how."""
    contact = summary.contact
    given = {a.step: a for block in summary.blocks for a in block.answers if _said(a)}
    yield from _before(given)
    yield Entry(
        "Way", (_way(contact, given) if summary.adds_to else named(contact.method) or NO_WAY,)
    )
    yield from if_any("Number or address", (contact.value,) if contact.value else ())
    yield from if_any("When", tuple(map(key_or_words, contact.when)))
    if contact.chat is not None:
        yield from _in_chat(contact.chat)
    voicemail = key_or_words(contact.voicemail)
    yield from if_any("Voicemail or text", (voicemail,) if voicemail else ())
    yield from if_any("Name to use", (contact.name_to_use,) if contact.name_to_use else ())


def _way(contact: Contact, given: Mapping[str, Answer]) -> str:
    """Return the way that an addition gives; before 2026.12 each named one, asked or not."""
    safe = given["still_safe"].values if "still_safe" in given else []
    if "stop" in safe:
        return NO_LONGER
    if contact.method and (contact.method != "i_will_contact" or "method" in given):
        return named(contact.method)
    return NO_OTHER if "other" in safe else ELSEWHERE


def _before(given: Mapping[str, Answer]) -> Iterator[Entry]:
    for name in BEFORE:
        if name in given:
            answer = given[name]
            said = answer_entry(answer)
            yield Entry(answer.label or named(name), said.words, quiet=said.quiet)


def _said(answer: Answer) -> bool:
    return answer.state not in {"not_asked", "skipped"}


def _in_chat(chat: InChat) -> Iterator[Entry]:
    yield from if_any("Days for a note in the chat", tuple(map(named, chat.days)))
    yield from if_any("Hours (London)", tuple(map(named, chat.hours)))
    yield Entry("No note after", (chat.until,))
    asks = "yes" if chat.may_ask_more else "no"
    yield Entry("May ask about skipped questions", (asks,))
    yield Entry("To write one", (WRITE,), quiet=True)
