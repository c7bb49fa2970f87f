"""The release before this one: its questions, and drafts as it would have stored them."""

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import msgspec

from bot.crypto import draft_aad, new_key, seal_padded
from bot.drafting import opened
from bot.stores import DraftRow
from flows.commands.walking import INVENTED, Walk
from flows.draft import Draft
from flows.listed import CHANGE
from flows.loading import CONTENT, schema
from flows.loading.build import Files, flow_of, step_of
from flows.loading.reading import _Reading
from flows.model import CONTROLS
from flows.moves import Moves
from flows.outcome import Move
from flows.returning import reopened
from tests.stories.languages import every_language
from tests.stories.telling import TODAY

BEFORE = Path(__file__).parent / "release_2026_11_1"
FORGOTTEN = ("under", "pieces", "hours"), ("date", "about")
"""Fields of Draft and of Answer that the release before did not have."""

TYPED = {
    "resume_word": "kingfisher",
    "own_words": "It was in the spring.",
    "bodies": "Two of them",
    "body": "Brixton",
    "when_first": "the summer after school",
    "officer": "PC 0000",
    "value_phone": "07700 900123",
    "value_email": "nobody@example.org",
    "value_post": "1 Example Street",
    "name_to_use": "Sam",
}
PREFERRED = {"hold": "yes", "add_hold": "yes", "safe": "yes", "agree": "yes", "linked": "none"}
PREFERRED |= {"ways": "questions", "relation": "self", "after_outline": "account", "tell": "words"}
PEOPLE, MOVES = 60, 90
NOT_YET = frozenset({"leave", "later", "erase", "clear", "delete", "withdraw_it", "restart"})


def content(folder: Path, release: Path = BEFORE) -> Path:
    """Copy a release's questions into `folder`, with the files that it shares with today."""
    shutil.copytree(release, folder, dirs_exist_ok=True)
    for name in ("bodies.yaml", "support.yaml", "times.yaml", "routing.yaml"):
        shutil.copy(CONTENT / name, folder / name)
    return folder


def read(folder: Path) -> Moves:
    """Return a release's flow as it stands: what is checked today was not checked then."""
    reading = _Reading(folder)
    texts = reading.page("texts.yaml", schema.TextsPage)
    newer = _Reading(CONTENT).page("texts.yaml", schema.TextsPage)
    pages = (
        reading.page("flow.yaml", schema.FlowPage),
        reading.page("times.yaml", schema.TimesPage),
        reading.page("routing.yaml", schema.RoutingPage),
        reading.page("bodies.yaml", schema.BodiesPage),
        reading.page("support.yaml", schema.SupportPage),
    )
    by_block = {p.block.id: p for p in reading.folder("questions", schema.QuestionsPage).values()}
    flow, times, routing, bodies, support = pages
    assert not reading.faults, reading.faults
    assert texts and newer and flow and times and routing and bodies and support  # noqa: PT018 - all were read, or there was a fault
    # The code of today says some texts that release did not have, and lays over some cards.
    texts = texts.model_copy(
        update={"texts": {**newer.texts, **texts.texts}, "counted": newer.counted}
    )
    in_order = tuple(by_block[name] for name in flow.blocks)
    files = Files(flow, in_order, texts, times, routing, bodies, support, reading.digest())
    made, today = flow_of(files), _Reading(CONTENT).folder("questions", schema.QuestionsPage)
    laid_over = {
        s.id: step_of(s, "asides", {})
        for s in next(p for p in today.values() if p.block.id == "places").steps
    }
    return Moves(replace(made, steps={**made.steps, **laid_over}))


@dataclass(slots=True)
class Wandering:
    """Someone who wanders through a release, and every draft that she leaves on the way."""

    walk: Walk
    chance: Random = field(repr=False)
    drafts: list[Draft] = field(default_factory=list)

    def step(self) -> None:
        """Do one thing, mostly a tap, and note the draft that was kept."""
        here, card = self.walk.here, self.walk.show().card
        shown = [b.option for row in card.rows for b in row]
        words = "" if here.aside else TYPED.get(here.step, "")
        if words and self.chance.random() < 0.4:
            self.walk.take(Move("words", words * (30 if self.chance.random() < 0.1 else 1)))
        elif self.chance.random() < 0.03 and here.stage == "held":
            self.walk.take(Move("command", self.chance.choice(("send", "review", "help", "pause"))))
        elif (wanted := PREFERRED.get(here.step, "")) in shown and self.chance.random() < 0.8:
            self.walk.tap(wanted)
        else:
            free = [one for one in shown if one not in NOT_YET]
            answers = [one for one in free if one not in CONTROLS]
            self._tap(
                self.chance.choice(answers if answers and self.chance.random() < 0.8 else free)
            )
        if self.walk.here.stage != "arrive":
            self.drafts.append(self.walk.here)
            if self.walk.here.stage == "held" and self.chance.random() < 0.05:
                self.drafts.append(replace(self.walk.here, left=True, aside="", waiting=""))

    def _tap(self, option: str) -> None:
        """Tap; a line to change opened its question at once in that release."""
        if option.startswith(CHANGE):
            moves, here = self.walk.moves, self.walk.here
            self.walk.here = reopened(moves, here, moves.flow.steps[option.removeprefix(CHANGE)])
        else:
            self.walk.tap(option)


def drafts_of(moves: Moves, many: int, seed: int) -> list[Draft]:
    """Return at least `many` drafts of people who wander: one for every situation, then any."""
    chance = Random(seed)  # noqa: S311 - invented people, the same at every run
    found: dict[tuple[object, ...], Draft] = {}
    others: list[Draft] = []
    for number in range(PEOPLE):
        team = replace(INVENTED, acts_on=frozenset({"police-scotland"})) if number % 3 else INVENTED
        one = Wandering(Walk(moves, TODAY, every_language(), team=team), chance)
        for _ in range(MOVES):
            one.step()
        for draft in one.drafts:
            open_ = [bool(x) for x in (draft.gathered, draft.picked, draft.passed, draft.left)]
            place = (draft.stage, draft.step, draft.aside, draft.marks.get("adding"), *open_)
            if place in found:
                others.append(draft)
            found.setdefault(place, draft)
    rest = max(0, many - len(found))
    return [*found.values(), *chance.sample(others, rest)]


def stored(draft: Draft) -> bytes:
    """Return a draft's JSON as the release before wrote it: without the fields of today."""
    kept = msgspec.to_builtins(draft)
    of_drafts, of_answers = FORGOTTEN
    answers = {
        name: {k: v for k, v in answer.items() if k not in of_answers}
        for name, answer in kept["answers"].items()
    }
    return msgspec.json.encode(
        {k: v for k, v in {**kept, "answers": answers}.items() if k not in of_drafts}
    )


class OneKey:
    """A keys database with one key in it."""

    def __init__(self) -> None:
        self.key = new_key()

    def of(self, draft_id: str) -> bytes:
        """Return the key."""
        del draft_id
        return self.key


def read_back(plain: bytes, kind: str) -> Draft:
    """Return a stored draft as the bot opens it today."""
    keys, name = OneKey(), "0" * 32
    sealed = seal_padded(keys.key, plain, draft_aad(name, 1))
    row = DraftRow(name, b"o" * 32, kind, False, 1, sealed, 0, 0, True)  # type: ignore[arg-type]
    return opened(row, keys).draft  # type: ignore[arg-type]
