"""What must hold of every card, whoever stands on it and however they came there."""

from collections.abc import Iterator
from copy import copy
from functools import cache

from flows.arrival import pack
from flows.commands.walking import Walk
from flows.draft import Draft
from flows.lint.finding import Finding
from flows.lint.forms import forms
from flows.lint.lists import Allowed, Lists
from flows.lint.said import Said
from flows.lint.sentences import words_in
from flows.loading.lint_lists import read_lists
from flows.model import Flow
from flows.moves import Moves
from flows.outcome import Move, Turn
from flows.screen import Card
from flows.setting import Words
from flows.summary import conflict_card, summary
from tests.stories.telling import TODAY

LONGEST, BUTTONS, DATA = 4096, 100, 64
TAPS_TO_DELETE = 3
SENDS = frozenset({"send", "send_it", "send what i have", "post"})


@cache
def lists_of(language: str) -> Lists:
    """Return a language's own lists; the marked test language is English."""
    return read_lists().get(language) or read_lists()["en"]


class Watch:
    """Looks at cards; one that was looked at before is passed over."""

    def __init__(self, moves: Moves) -> None:
        self._flow = moves.flow
        self._read: set[tuple[str, str]] = set()
        self._left: set[tuple[str, ...]] = set()
        self.cards: set[tuple[str, str]] = set()

    def look(self, walk: Walk, turn: Turn) -> Iterator[str]:
        """Yield what is wrong with the card of `turn`."""
        show, card = turn.show, turn.card
        self.cards.add((show.language, card.step))
        yield from self._buttons(turn)
        if (show.language, card.text) not in self._read:
            self._read.add((show.language, card.text))
            yield from self._text(walk, turn)
        place = (show.stage, show.step, show.aside, show.under)
        if place not in self._left:
            self._left.add(place)
            yield from ways_out(walk, turn)

    def _buttons(self, turn: Turn) -> Iterator[str]:
        show, step = turn.show, turn.card.step
        shown = [b for row in turn.card.rows for b in row]
        if not 0 < len(shown) <= BUTTONS or len({b.option for b in shown}) < len(shown):
            yield f"{step} has {len(shown)} buttons"
        for button in shown:
            held = f"h:{step}:{show.revision}:{button.option}"
            data = pack(self._flow, show, button.option) if show.stage == "arrive" else held
            if len(data.encode()) > DATA or not button.label:
                yield f"{step}: button {button.option} carries {len(data.encode())} bytes"
        names = {b.option for b in shown}
        if "leave" not in names:
            yield f"{step} has no Leave"
        if "help" not in names and step not in {"help", "not_open"}:
            yield f"{step} has no Help"

    def _text(self, walk: Walk, turn: Turn) -> Iterator[str]:
        text, step = turn.card.text, turn.card.step
        if len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST:
            yield f"{step} has over {LONGEST} characters"
        lists = lists_of(turn.show.language)
        words = walk.setting().languages[turn.show.language]
        ours = without_names(self._flow, words, without_hers(turn.show, text))
        labels = (b.label for row in turn.card.rows for b in row)
        said = [Said(step, "notice", "", ours), *(Said(step, "label", "", one) for one in labels)]
        for found in forms(said, lists):
            if not any(_allows(a, found) for a in lists.allow):
                yield f"{step}: {found.what} ({found.rule})"
        yield from self._length(step, words, lists)

    def _length(self, name: str, words: Words, lists: Lists) -> Iterator[str]:
        """Yield a card whose own text is too long; lines above it and lists in it are apart."""
        step = self._flow.steps[name]
        asks = step.kind in {"choice", "choices", "text", "gather", "lookup", "word", "date"}
        most = lists.limits.question_words if asks else lists.limits.notice_words
        for said in (step.say, step.them):
            count = len(words_in(words.say(step.id, said)))
            if count > most and not any(a.rule == "card" and a.step == name for a in lists.allow):
                yield f"{name} has {count} words; {most} at most"

    def envelope(self, sent: Draft, before: Draft, shown: Card, move: Move) -> list[str]:
        """Return what is wrong with something sent: not agreed to, or not by Send."""
        faults = []
        if not any(c.purpose == "send_to_team" and c.given for c in sent.consents):
            faults.append("an envelope without agree")
        asked = move.value.strip().casefold() in SENDS
        if before.step != "review" or shown.step != "review" or not asked:
            faults.append(f"an envelope without Send, from {shown.step} by {move.value!r}")
        summary(self._flow, sent, "0" * 32, TODAY)
        conflict_card(self._flow, sent)
        return faults


def _allows(allowed: Allowed, found: Finding) -> bool:
    """Tell whether an exception covers a finding; lines above a card have its own step's name."""
    same = allowed.rule == found.rule and (allowed.step == found.step or allowed.words)
    return bool(same) and allowed.words.casefold() in f"{found.text} {found.what}".casefold()


def without_hers(draft: Draft, text: str) -> str:
    """Return a card's text without what she has typed."""
    typed = [a.text for a in draft.answers.values()]
    for hers in sorted({*typed, *draft.gathered, draft.waiting} - {""}, key=len, reverse=True):
        text = text.replace(hers, "")
    return text


def without_names(flow: Flow, words: Words, text: str) -> str:
    """Return a text without names and addresses of services and bodies, which are their own."""
    names = {words.say("support", service.name) for service in flow.services}
    names |= {address for service in flow.services for _, address in service.ways}
    for name in sorted(names | {b.name for b in flow.bodies.values()}, key=len, reverse=True):
        text = text.replace(name, "")
    return text


def ways_out(walk: Walk, turn: Turn) -> Iterator[str]:
    """Yield a place from which everything cannot be deleted in three taps, or she cannot leave."""
    if turn.show.stage == "held" and not _deletes(walk):
        yield f"{turn.card.step}: nothing deletes in {TAPS_TO_DELETE} taps"
    left = _other(walk)
    left.tap("leave")
    if left.here.stage != "arrive" or left.here.aside:
        yield f"{turn.card.step}: Leave leads to {left.here.step}"


def _deletes(walk: Walk) -> bool:
    other, taps = _other(walk), 0
    while taps < TAPS_TO_DELETE and "delete" not in other.deeds[len(walk.deeds) :]:
        shown = {b.option for row in other.show().card.rows for b in row}
        other.tap("erase" if "erase" in shown else "more")
        taps += 1
    return "delete" in other.deeds[len(walk.deeds) :]


def _other(walk: Walk) -> Walk:
    other = copy(walk)
    other.sent, other.reports, other.deeds = [*walk.sent], dict(walk.reports), [*walk.deeds]
    return other
