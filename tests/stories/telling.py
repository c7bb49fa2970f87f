"""Reading a story aloud to the flow: a plain transcript, walked on one phone.

`Person:` types, `Taps:` presses buttons by their labels (several with ` | `), `Bot:` is the
beginning of a line on the card, `Not:` what must not stand on it. `->` looks at what
became of it: `queue`, `because`, `tag`, `kept`, `nothing kept`, `nothing sent`, `sent`, `stranger`.
`(...)` is what happens elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from flows.commands.walking import INVENTED, Walk
from flows.deadlines import timing
from flows.draft import Draft
from flows.loading import load_flow
from flows.moves import Moves
from flows.outcome import Move, Turn
from flows.reach import by_chat
from flows.review import answered, lines
from flows.routing import Route, route
from flows.screen import Button
from locales import Catalog

STORIES = Path(__file__).parent
TODAY = date(2026, 11, 22)


class Marked:
    """A second language for tests: every text is English with a mark before it."""

    language = "xx"
    right_to_left = True

    def say(self, context: str, text: str) -> str:
        """Return `text` with its mark."""
        del context
        return f"·{text}" if text else text

    def count(self, context: str, texts: tuple[str, str], number: int) -> str:
        """Return the text for `number` with its mark."""
        return self.say(context, texts[number != 1].format(n=number))


@cache
def shipped() -> Moves:
    """Return the shipped flow, loaded once."""
    return load_flow()


def new_walk() -> Walk:
    """Return a phone with two languages, on the first card."""
    names = {"en": "English", "xx": "Marked"}
    return Walk(shipped(), TODAY, {"en": Catalog("en"), "xx": Marked()}, names)


class Untrue(AssertionError):  # noqa: N818 - what was found, in a story's words
    """The flow did not do what the story tells."""


@dataclass
class Telling:
    """A story while it is told: the phone, the card of now, what was visited."""

    walk: Walk = field(default_factory=new_walk)
    turn: Turn = field(init=False)
    cards: set[str] = field(default_factory=set)
    options: set[tuple[str, str]] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.turn = self.walk.show()
        self.seen()

    def seen(self) -> None:
        """Note the card of now as visited."""
        self.cards.add(self.turn.card.step)

    def line(self, line: str) -> None:
        """Tell one line of the story."""
        who, _, what = line.partition(": ")
        if who == "Person":
            self.typed(what)
        elif who == "Taps":
            for label in what.split(" | "):
                self.tap(label)
        elif who == "Bot":
            shown = [*self.turn.card.text.splitlines(), self.turn.note]
            if not any(part.startswith(what) for part in shown):
                raise Untrue(f"no line begins so; the card is {self.turn.card.text!r}")
        elif who == "Not":
            if what in self.turn.card.text:
                raise Untrue("it stands on the card")
        elif line.startswith("("):
            self.elsewhere(line.strip("()"))
        elif line.startswith("-> "):
            self.became(line.removeprefix("-> "))
        else:
            raise Untrue("a story has no such line")

    def buttons(self) -> Iterator[Button]:
        """Yield the buttons of the card of now."""
        for row in self.turn.card.rows:
            yield from row

    def tap(self, label: str) -> None:
        """Press the button called `label`."""
        names = [b.option for b in self.buttons() if b.label.removeprefix("✓ ") == label]
        if not names:
            labels = [b.label for b in self.buttons()]
            raise Untrue(f"there is no button {label!r} on {self.turn.card.step}: {labels}")
        self.options.add((self.turn.card.step, names[0].lstrip("+-")))
        self.turn = self.walk.tap(names[0])
        self.seen()

    def typed(self, text: str) -> None:
        """Send words, a /command, or <voice> and <photo>."""
        code = next(reversed(self.walk.reports), "")
        text = text.replace("{code}", code).replace("{long}", "It is hard to say. " * 40)
        if text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            name = {"stop": "leave", "exit": "leave"}.get(name, name)
            self.turn = self.walk.take(Move("command", name, argument=argument))
        elif text.startswith("<"):
            kind = "voice" if "voice" in text else "file"
            self.turn = self.walk.take(Move("refused", kind))
        else:
            step = self.turn.card.step
            named = {b.label.removeprefix("✓ "): b.option for b in self.buttons()}
            if text in named:
                self.options.add((step, named[text].lstrip("+-")))
            self.turn = self.walk.take(Move("words", text))
        self.seen()

    def elsewhere(self, what: str) -> None:
        """Do what happens without her: staff, an outage, the operator."""
        cards = {
            "something breaks on our side": "our_mistake",
            "the service is not open": "not_open",
            "the team's store cannot be reached": "code_later",
        }
        if what in cards:
            self.walk.here = replace(self.walk.here, aside=cards[what])
        elif what.startswith("the team acts only about "):
            only = frozenset({what.removeprefix("the team acts only about ")})
            self.walk.team = replace(INVENTED, acts_on=only)
        elif what.startswith("staff say "):
            code = next(reversed(self.walk.reports))
            self.walk.reports[code] = what.removeprefix("staff say ")
        elif what.startswith(("the team writes: ", "the team asks for ")):
            if not by_chat(self.walk.sent[-1]):
                raise Untrue("nobody may write to this chat")
            asked, _, text = what.partition(": ")
            ticked = asked.removeprefix("the team asks for ").split()
            self.walk.written_to(text, ticked if asked != "the team writes" else ())
        else:
            raise Untrue("nothing like that happens here")
        self.turn = self.walk.show()
        self.seen()

    def routed(self) -> Route:
        """Return where the last report goes, by its answers and its dates."""
        flow, sent, setting = self.walk.moves.flow, self.walk.sent[-1], self.walk.setting()
        found = route(flow, sent, timing(flow, sent, setting.today, setting.calendar))
        self.rules.add(found.rule)
        return found

    def became(self, what: str) -> None:
        """Look at what was kept or sent."""
        walk = self.walk
        name, _, value = what.partition(": ")
        if name in {"queue", "because", "tag"}:
            self.went(name, value)
        elif name == "counted":
            if tuple(value.split()) not in walk.counted:
                raise Untrue(f"what was counted is {walk.counted}")
        elif name in {"kept", "not kept"}:
            if (value in self.kept(walk.here)) != (name == "kept"):
                raise Untrue(f"what is kept is {self.kept(walk.here)!r}")
        elif name == "sent":
            if value not in self.kept(walk.sent[-1]):
                raise Untrue(f"what was sent is {self.kept(walk.sent[-1])!r}")
        elif not self.holds(what):
            raise Untrue("it is not so")

    def went(self, name: str, value: str) -> None:
        """Look at where the last report goes, and why."""
        found = self.routed()
        told = {
            "queue": [f"{found.queue} by rule {found.rule}"],
            "because": [f"{b.step} {' '.join(b.values)}" for b in found.because],
            "tag": list(found.tags),
        }[name]
        if value not in told:
            raise Untrue(f"it is {told}")

    def holds(self, what: str) -> bool:
        """Tell whether a sentence without a value is true."""
        walk = self.walk
        return {
            "nothing kept": walk.here.stage == "arrive" and walk.left is None,
            "nothing sent": not walk.sent,
            "the code is gone": walk.here.stage == "arrive" and not walk.here.code,
            "stranger": walk.here == replace(walk.here, stage="arrive", step="what", answers={}),
        }[what]

    def kept(self, draft: Draft) -> str:
        """Return the lines of a draft's review."""
        if not answered(self.walk.moves.flow, draft):
            return ""
        shown = lines(self.walk.moves.flow, draft, self.walk.setting())
        officer = draft.answers.get("officer")
        return shown + (f"\nOfficer sealed apart: {officer.text}" if officer else "")


def told(path: Path) -> Telling:
    """Tell a whole story; Untrue says at which line it is not so."""
    telling = Telling()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            telling.line(line.strip())
        except Untrue as untrue:
            raise Untrue(f"{path.name}:{number}: {line}\n    {untrue}") from None
    return telling
