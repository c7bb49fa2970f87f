"""Any person at all: taps on what is shown, late taps, forged data, words and commands."""

from copy import copy
from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

from flows.commands.walking import Walk
from flows.outcome import Move
from tests.stories.telling import STORIES, Telling, new_walk, shipped

FLOW = shipped().flow
COMMANDS = (
    "start", "help", "skip", "back", "pause", "leave", "delete", "review", "send", "add",
    "status", "withdraw", "privacy", "language", "erase", "clear", "restart", "post", "done",
    "code", "copy", "more", "return", "nonsense",
)  # fmt: skip
OPTIONS = sorted(
    {o.id for s in FLOW.steps.values() for o in s.options}
    | {"+touching", "-touching", "+", "", "l.en", "l.xx", "l.", "c.body", "c.hold", "c.nothing"}
    | {"typed", "done", "ew-metropolitan-police-service", "police-scotland"}
)
PHRASES = (
    "yes", "no", "send", "stop", "help", "skip", "that's all", "Brixton", "Thames", "bluebell",
    "i agree", "phone", "123456 7890123 4567890", "01234567890123456789", " ", "\n", "{controller}",
    "It is hard to say. " * 60, "\x01" * 601, "🌧" * 601, "٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩", "<b>", "%s",
)  # fmt: skip


@dataclass(frozen=True)
class Press:
    """A tap on whichever button stands at `place`, counted round the card."""

    place: int


@dataclass(frozen=True)
class Forged:
    """A tap that a modified client makes up."""

    move: Move


@dataclass(frozen=True)
class Elsewhere:
    """Something that staff did: the word of every report."""

    word: str


presses = st.builds(Press, st.integers(0, 30))
words = st.builds(Move, st.just("words"), st.sampled_from(PHRASES) | st.text(max_size=40))
commands = st.builds(
    Move,
    st.just("command"),
    st.sampled_from(COMMANDS),
    argument=st.sampled_from(("", "01234567890123456789", "x")),
)
refused = st.builds(Move, st.just("refused"), st.sampled_from(("voice", "file")))
forged = st.builds(
    Forged,
    st.builds(
        Move,
        st.just("tap"),
        st.sampled_from(OPTIONS),
        st.sampled_from(sorted(FLOW.steps)),
        st.integers(-1, 40),
    ),
)
staff = st.builds(Elsewhere, st.sampled_from(("arrived", "read", "tried", "contact_us", "odd")))
# Mostly taps on what is shown: without them nobody gets far.
anything = st.one_of(presses, presses, presses, presses, presses, words, commands, refused, forged)
people = st.lists(anything | staff, max_size=25)


@cache
def moments() -> tuple[Walk, ...]:
    """Return the phone after every line of every story, and one that nobody touched."""
    found = [new_walk()]
    for path in sorted(STORIES.glob("*.story")):
        telling = Telling()
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(("Person", "Taps", "(")):
                telling.line(line)
                found.append(as_it_is(telling.walk))
    return tuple(found)


def as_it_is(walk: Walk) -> Walk:
    """Return a copy that goes its own way."""
    other = copy(walk)
    other.sent, other.reports, other.deeds = [*walk.sent], dict(walk.reports), [*walk.deeds]
    other.closings = dict(walk.closings)
    return other


phones = st.integers(0, len(moments()) - 1).map(lambda n: as_it_is(moments()[n]))
