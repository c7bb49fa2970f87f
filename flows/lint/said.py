"""Everything that a flow says in one language, and what each text is to the reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from flows.buttons import ASKING
from flows.lint.finding import Finding
from flows.model import Flow, Step
from flows.setting import Words

Kind = Literal[
    "question",  # a card that asks for an answer
    "consent",  # a card that asks for a yes
    "notice",  # a card to read
    "line",  # a line above a card, or a short answer
    "label",  # a button
    "name",  # what a line of the review or a part is called
    "support",  # what is said about a support service; not its name, which is its own
]
# Between them these ask for every plural form of the languages that there are.
NUMBERS = (0, 1, 2, 3, 5, 6, 10)
CARDS = frozenset({"question", "consent", "notice"})


@dataclass(frozen=True, slots=True)
class Said:
    """One text. `english` is its message id, `text` its words in `language`.

    `opens` tells that a lock screen could show its first line: no "Part 1 of 3" stands above.
    """

    step: str
    kind: Kind
    english: str
    text: str
    language: str = "en"
    opens: bool = False
    option: str = ""

    def finding(self, rule: str, item: str, what: str, remedy: str, text: str = "") -> Finding:
        """Return a finding about this text, quoting `text` or all of it."""
        quoted = text or self.text
        return Finding(self.step, rule, item, quoted, what, remedy, self.english, self.language)


def spoken(flow: Flow, words: Words) -> Iterator[Said]:
    """Yield every text that has words in this language; gaps are another check's."""
    for step, kind, english, opens, option in _texts(flow):
        try:
            text = words.say(step, english)
        except LookupError:
            continue
        yield Said(step, kind, english, text, words.language, opens, option)
    yield from _counted(flow, words)


def _counted(flow: Flow, words: Words) -> Iterator[Said]:
    """Yield the texts with a number, in each form that the language has for one."""
    for one, other in flow.counted.values():
        try:
            forms = {words.count("texts", (one, other), number) for number in NUMBERS}
        except LookupError:
            continue
        yield from (Said("texts", "name", one, text, words.language) for text in sorted(forms))


def _texts(flow: Flow) -> Iterator[tuple[str, Kind, str, bool, str]]:
    for block in flow.blocks.values():
        yield block.id, "name", block.title, False, ""
    for step in flow.steps.values():
        yield from _of_step(step, opens=not flow.blocks[step.block].part)
    for name, text in flow.texts.items():
        label = name.startswith("control_") or name == "use_keep_typed"
        yield "texts", "label" if label else "line", text, False, name
    for hours in flow.hours.values():
        yield "support", "support", hours, False, ""
    for service in flow.services:
        for text in (service.note, *service.steps):
            if text:
                yield "support", "support", text, False, service.id


def _of_step(step: Step, *, opens: bool) -> Iterator[tuple[str, Kind, str, bool, str]]:
    kind: Kind = "question" if step.kind in ASKING else "notice"
    if step.kind == "consent":
        kind = "consent"
    for text in (step.say, step.them):
        if text:
            yield step.id, kind, text, opens, ""
    if step.label:
        yield step.id, "name", step.label, False, ""
    for option in step.options:
        for text in (option.label, option.them):
            if text:
                yield step.id, "label", text, False, option.id
