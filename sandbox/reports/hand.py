"""A hand that walks the conversation as one invented person would."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from flows.date_levels import GUESS
from flows.draft import Draft
from flows.outcome import Move
from sandbox.reports.people import Person
from sandbox.reports.phone import Phone

USUAL: Mapping[str, tuple[str, ...]] = {
    "phone": ("no",),
    "safe": ("yes",),
    "age": ("adult",),
    "hold": ("yes",),
    "add_hold": ("yes",),
    "resume_word": ("no_word",),
    "ways": ("questions",),
    "relation": ("self",),
    "after_outline": ("account",),
    "agree": ("yes",),
    "agree_young": ("yes",),
    "chat_agree": ("yes",),
}
"""What everybody taps who says nothing else of that card."""

PASSING = ("done", "near", "keep_words", "which", "skip", "go", "send_it")
"""The buttons that end a card on which nothing is left to do: the first one there is.

Before them comes what the bot guesses from a typed date.
"""

MOST_CARDS = 120
_DAY = re.compile(r"\{([+-]\d+)\}")
_WORDS_GO = frozenset({"text", "gather", "date", "lookup", "word"})


class LostTheWay(Exception):  # noqa: N818 - what became of the person
    """An invented person's answers do not fit the questions any more; names the card."""


class Hand:
    """Walks one person's answers; `day_0` is the day of the first run."""

    def __init__(self, phone: Phone, person: Person, day_0: date) -> None:
        self._phone = phone
        self._person = person
        self._day_0 = day_0
        self._left = {card: list(done) for card, done in self._answers().items()}
        self._turn = phone.show()

    def send(self) -> Draft:
        """Walk until Send and return what was sent; LostTheWay if the answers do not lead there."""
        for _ in range(MOST_CARDS):
            self._one()
            if self._turn.sent is not None:
                self._check(self._turn.sent)
                return self._turn.sent
        raise self._lost(f"walks in a circle at {self._turn.card.step}")

    def _answers(self) -> Mapping[str, tuple[str, ...]]:
        person = self._person
        chosen = (
            {}
            if person.adds_to or person.language == "en"
            else {
                "what": ("language",),
                "language": (f"l.{person.language}",),
            }
        )
        return {**USUAL, **chosen, **person.answers}

    def _one(self) -> None:
        """Do one thing on the card of now."""
        card = self._turn.card
        names = {b.option.lstrip("+-"): b.option for row in card.rows for b in row}
        waiting = self._left.get(card.step)
        if waiting:
            wanted = _DAY.sub(self._day, waiting.pop(0))
            if wanted in names:
                self._turn = self._phone.tap(names[wanted])
            elif self._takes_words(card.step):
                self._turn = self._phone.take(Move("words", wanted))
            else:
                raise self._lost(f"finds no {wanted!r} on {card.step}: {', '.join(names)}")
            return
        guesses = [name for name in names if name.startswith(GUESS)]
        passing = next((name for name in (*guesses, *PASSING) if name in names), "")
        if not passing:
            raise self._lost(f"does not know what to do on {card.step}: {', '.join(names)}")
        self._turn = self._phone.tap(names[passing])

    def _check(self, sent: Draft) -> None:
        """See that all was asked, and that nothing was taken for something else and left out."""
        unused = [card for card in self._person.answers if self._left.get(card)]
        if unused:
            raise self._lost(f"was never asked {', '.join(unused)}")
        kept = {card: sent.answers.get(card) for card in self._person.answers}
        lost = [card for card, answer in kept.items() if answer and answer.state == "skipped"]
        if lost:
            raise self._lost(f"answered, and nothing was kept: {', '.join(lost)}")

    def _takes_words(self, name: str) -> bool:
        step = self._phone.moves.flow.steps[name]
        return step.kind in _WORDS_GO or step.typed or name == "code"

    def _day(self, found: re.Match[str]) -> str:
        """Return a day counted from the first run, as people of all languages can type it."""
        day = self._day_0 + timedelta(days=int(found[1]))
        if self._person.language == "en":
            return f"{day.day} {day:%B %Y}"
        return f"{day:%d.%m.%Y}"

    def _lost(self, why: str) -> LostTheWay:
        return LostTheWay(f"The invented person {self._person.id} {why}.")
