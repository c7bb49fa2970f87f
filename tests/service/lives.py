"""People made from a seed: how far each gets with the bot before somebody takes up the phone."""

from dataclasses import dataclass, field
from random import Random

from flows.model import CONTROLS, Flow
from sandbox import Phone, Shown
from sandbox.messages import Message

GOALS = ("arrive", "held", "words", "too_long", "aside", "review", "sent", "adding")
ASIDES = ("help", "more", "/privacy", "/language", "pause", "/delete", "nonsense here", "/status")
MOST_MOVES = 30
SENT = frozenset({"sent", "sent_added", "sent_stop", "ring", "receipt", "farewell"})

# What is answered on the way to a goal; elsewhere chance decides.
LEADS = {
    "safe": "yes",
    "hold": "yes",
    "add_hold": "yes",
    "relation": "self",
    "linked": "none",
    "tell": "words",
    "agree": "yes",
    "agree_young": "yes",
    "method": "i_will_contact",
    "review": "send_it",
    "farewell": "add",
}
# Chance must not end a life by itself: that is what being taken up is for.
ENDS = frozenset({"leave", "erase", "later", "send_it", "clear", "withdraw", "copy", "language"})


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done to a phone: words typed, or `data` pressed on a message (0: the newest)."""

    says: str = ""
    data: str = ""
    message: int = 0


@dataclass(slots=True)
class Life:
    """One person with a phone. `old` are the cards that have been on it, `seen` her moves."""

    number: int
    flow: Flow
    phone: Phone
    goal: str
    language: str
    opened_by: str
    word: str
    chance: Random = field(repr=False)
    moves: int = 0
    stage: str = ""
    step: str = ""
    ended: bool = False
    old: dict[str, Message] = field(default_factory=dict, repr=False)

    def card(self) -> Shown | None:
        """Return the newest card on the phone."""
        return next((m for m in reversed(self.phone.shown()) if m.who == "bot"), None)

    def next_act(self) -> Act | None:
        """Return what this person does next, or None once she is where she was to get to."""
        card = self.card()
        if card is None:
            return Act(says="/start")
        self._remember(card)
        offered = {self._option(b.data): b.data for row in card.rows for b in row if b.data}
        step = self.step = self.place(card)
        self.moves += 1
        if self.ended or self.moves > MOST_MOVES:
            return None
        return self._typed(step) or self._tapped(step, offered)

    def place(self, card: Shown) -> str:
        """Return the step that a card shows, read from what its buttons carry."""
        data = next(b.data for row in card.rows for b in row if b.data)
        parts = data.split(":")
        self.stage = "held" if parts[0] == "h" else "arrive"
        if self.stage == "held":
            return parts[1]
        places = parts[2].split(".")
        return list(self.flow.steps)[int(places[1] if len(places) > 1 else places[0])]

    def _remember(self, card: Shown) -> None:
        self.old[card.text] = self.phone.chat.messages[card.id]

    @staticmethod
    def _option(data: str) -> str:
        return data.rpartition(":")[2]

    def _typed(self, step: str) -> Act | None:
        """Return what she types on this card, if she types."""
        if step == "resume_word" and self.word:
            return Act(says=self.word)
        if step == "own_words" and self.goal in {"words", "too_long"}:
            self.ended = self.chance.random() < 0.4 or self.goal == "too_long"
            piece = f"It was in the spring, piece {self.moves}."
            return Act(says=piece if self.goal == "words" else piece * 30)
        if self.stage == "held" and self.goal == "aside" and self.chance.random() < 0.2:
            self.ended = True
            return Act(says=self.chance.choice(ASIDES))
        early = self.goal in {"review", "sent", "adding"} and self.chance.random() < 0.2
        if early and self.stage == "held" and step not in LEADS and step in self.flow.steps:
            return Act(says="send")
        return None

    def _tapped(self, step: str, offered: dict[str, str]) -> Act | None:
        """Return which button she taps, or None where she was to get to."""
        self.ended = self._reached(step)
        return None if self.ended else Act(data=offered[self._chosen(step, offered)])

    def _reached(self, step: str) -> bool:
        """Say whether this card is the last she sees."""
        chance, held = self.chance.random(), self.stage == "held"
        return {
            "arrive": held or (self.moves > 1 and chance < 0.2),
            "held": held and chance < 0.08,
            "review": step == "review",
            "sent": step == "farewell" or (step in SENT and chance < 0.3),
            "adding": step in {"tell", "duty"} or (step == "before_account" and chance < 0.5),
        }.get(self.goal, False)

    def _chosen(self, step: str, offered: dict[str, str]) -> str:
        if step == "what" and self.language and f":{self.language}:" not in offered["go"]:
            return "language"
        if f"l.{self.language}" in offered:
            return f"l.{self.language}"
        wanted = {"phone": self.opened_by, "ways": "questions", **LEADS}.get(step, "go")
        sends = self.goal in {"sent", "adding"}
        if wanted in offered and (sends or wanted not in ENDS):
            return wanted
        free = sorted(set(offered) - ENDS - set(CONTROLS))
        far = self.goal not in {"held", "aside"} and "skip" in offered
        closes = "skip" if "skip" in offered else "back"
        return closes if far or not free else self.chance.choice(free)


def lives(flow: Flow, phones: list[Phone], languages: list[str], seed: int) -> list[Life]:
    """Return one life a phone, varied in every way that counts, the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - invented people, the same at every run
    return [
        Life(
            number,
            flow,
            phone,
            goal=GOALS[number % len(GOALS)],
            language=chance.choice(languages),
            opened_by=chance.choice(("yes", "not_sure", "no", "work")),
            word=chance.choice(("", "kingfisher", "Harbour")),
            chance=Random(seed + number),  # noqa: S311 - the same
        )
        for number, phone in enumerate(phones)
    ]
