"""Random people from seeds: two thousand conversations of sixty moves, in every language."""

from dataclasses import dataclass, field, replace
from random import Random

from flows.commands.walking import Walk
from flows.leaving import first
from flows.model import CONTROLS
from flows.moves import Moves
from flows.outcome import Move, Turn
from flows.screen import Card
from tests.properties.phones import COMMANDS, PHRASES
from tests.properties.watching import Watch
from tests.stories.languages import every_language
from tests.stories.telling import TODAY, shipped

MOVES = 60
ANSWERS = 0.8  # of the taps; the others are on the controls
SPOKEN = 0.75  # of all that is done: taps on what is shown

# Half of them know what they want: without these few would ever send anything.
WANTED = {
    "phone": "no", "safe": "yes", "age": "adult", "hold": "yes", "add_hold": "yes",
    "linked": "none", "relation": "self", "agree": "yes", "agree_young": "yes",
    "method": "i_will_contact", "review": "send_it", "sent": "go", "ring": "go", "receipt": "go",
}  # fmt: skip


@dataclass(slots=True)
class Figures:
    """What a run did and found. `faults` are sentences, each with its seed."""

    conversations: int = 0
    moves: int = 0
    sent: int = 0
    held: int = 0
    cards: set[tuple[str, str]] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Figures") -> None:
        """Take another run's figures in."""
        self.conversations += other.conversations
        self.moves += other.moves
        self.sent += other.sent
        self.held += other.held
        self.cards |= other.cards
        self.faults += other.faults


class Wanderer:
    """One person: chance decides, and in half of them a wish to get through."""

    def __init__(self, walk: Walk, chance: Random) -> None:
        self.walk = walk
        self.chance = chance
        self.determined = chance.random() < 0.5

    def move(self, card: Card) -> tuple[Turn, Move]:
        """Do one thing on `card`; return its turn and the move."""
        chance, walk = self.chance, self.walk
        if chance.random() < SPOKEN:
            option = self._tapped([b.option for row in card.rows for b in row])
            here = walk.here
            return walk.tap(option), Move("tap", option, here.aside or here.step)
        if chance.random() < 0.05:
            word = chance.choice(("arrived", "read", "tried", "contact_us"))
            walk.reports = dict.fromkeys(walk.reports, word)
        move = self._odd()
        return walk.take(move), move

    def _tapped(self, shown: list[str]) -> str:
        wanted = WANTED.get(self.walk.here.step, "") if not self.walk.here.aside else ""
        if self.determined and wanted in shown:
            return wanted
        answers = [option for option in shown if option not in CONTROLS]
        likely = answers if answers and self.chance.random() < ANSWERS else shown
        return self.chance.choice(likely)

    def _odd(self) -> Move:
        """Return anything but a tap on what is shown."""
        chance = self.chance
        kind = chance.choice(("words", "words", "command", "refused", "late"))
        if kind == "words":
            return Move("words", chance.choice(PHRASES))
        if kind == "command":
            return Move("command", chance.choice(COMMANDS), argument=chance.choice(("", "x")))
        if kind == "refused":
            return Move("refused", chance.choice(("voice", "file")))
        steps = sorted(self.walk.moves.flow.steps)
        here = self.walk.here
        step = chance.choice([here.aside or here.step, chance.choice(steps)])
        return Move(
            "tap", chance.choice(("go", "yes", "send_it", "+", "l.cy")), step, chance.randint(-1, 9)
        )


def wander(seeds: range, moves: Moves | None = None) -> Figures:
    """Walk one conversation for each seed, the languages in turn, and watch every card."""
    found, languages = Figures(), every_language()
    watch = Watch(moves or shipped())
    for seed in seeds:
        chance = Random(seed)  # noqa: S311 - invented people, the same at every run
        walk = Walk(moves or shipped(), TODAY, languages, {tag: tag for tag in languages})
        walk.here = first(walk.moves, walk.setting(), list(languages)[seed % len(languages)])
        faults, done = _one(Wanderer(walk, chance), watch)
        found.conversations += 1
        found.moves += done
        found.sent += len(walk.sent)
        found.held += "begin" in walk.deeds
        found.faults += [f"seed {seed}, {walk.here.language}: {fault}" for fault in faults]
    return replace(found, cards=watch.cards)


def _one(one: Wanderer, watch: Watch) -> tuple[list[str], int]:
    """Return what was wrong in one conversation, and how many moves it had."""
    turn = one.walk.show()
    for number in range(MOVES):
        before, sent, shown = one.walk.here, len(one.walk.sent), turn.card
        try:
            turn, move = one.move(shown)
            faults = list(watch.look(one.walk, turn))
            if len(one.walk.sent) > sent:
                faults += watch.envelope(one.walk.sent[-1], before, shown, move)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what this looks for
            return [f"{type(error).__name__} on {before.aside or before.step}: {error}"], number
        if faults:
            return faults, number + 1
    return [], MOVES
