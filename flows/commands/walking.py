"""A conversation with no stores: what `talk` and the tests walk.

It carries out in memory what a turn leaves to others: keeping the draft, the receipt,
leaving and coming back, looking a code up. Nothing is sealed and nothing is written.
"""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from flows.adding import beginning
from flows.apart import tally
from flows.arrival import pack, unpack
from flows.draft import Draft
from flows.leaving import first
from flows.moves import Moves
from flows.notes import CARDS, COVER, OFFER
from flows.outcome import Move, Turn
from flows.reach import in_chat
from flows.resume import opens
from flows.setting import Languages, Setting, Team, Words
from flows.skipped import MARK, answering, begun, may_return, offered
from flows.turn import take_turn
from flows.typed import command_named

INVENTED = Team(
    controller="Example Campaign",
    legal_team="Example Legal Team",
    phone="0000 000 0000",
    hours="Monday to Friday, 10 to 4",
    reply_days=5,
    complaints="privacy@example.org",
    acts_on=frozenset({"*"}),
    contact="privacy@example.org",
)
CODE_DIGITS = 20


@dataclass(slots=True)
class Walk:
    """One phone. `here` is its position; `left` a draft behind a resume word.

    `sent` holds the drafts that were sent, `reports` the status word of each code,
    `closings` the receipt's card as long as it is not cleared.
    `note` is what staff have written to this chat, behind the word of the last report, `asks`
    the questions that it asks again.
    """

    moves: Moves
    today: date
    languages: Mapping[str, Words]
    names: Mapping[str, str] = field(default_factory=dict)
    team: Team = INVENTED
    here: Draft = field(init=False)
    left: Draft | None = None
    sent: list[Draft] = field(default_factory=list)
    reports: dict[str, str] = field(default_factory=dict)
    closings: dict[str, Draft] = field(default_factory=dict)
    counted: list[tuple[str, str]] = field(default_factory=list)
    deeds: list[str] = field(default_factory=list)
    note: str = field(default="", repr=False)
    asks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Stand on the first card."""
        self.here = first(self.moves, self.setting())

    def setting(self) -> Setting:
        """Return what the next turn is told, with fresh chance."""
        return Setting(
            today=self.today,
            team=self.team,
            languages=Languages(self.languages),
            names=self.names,
            code="".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS)),
            report_id=secrets.token_hex(16),
            salt=secrets.token_hex(8),
        )

    def show(self) -> Turn:
        """Return the card of now, without a move."""
        return self._turn(Move("show"), self.setting())

    def tap(self, option: str) -> Turn:
        """Tap a button of the card of now; an arrival card's goes through its packed data."""
        here = self.here
        if here.stage == "arrive":
            start = first(self.moves, self.setting())
            found = unpack(self.moves, pack(self.moves.flow, here, option), start)
            if found is not None:
                self.here, option = found
        step = here.aside or here.step
        return self.take(Move("tap", option, step, here.revision))

    def take(self, move: Move) -> Turn:
        """Take a turn and do its deed."""
        move = self._came_back(move)
        setting = self.setting()
        if closing := self.closings.get(self.here.waiting):
            self.here = beginning(self.here, closing)
        turn, asked = self._turn(move, setting), answering(self.here)
        self.deeds.append(turn.deed)
        if turn.deed in {"look_up", "withdraw"}:
            word = self.reports.get(turn.code, "")
            self.here = turn.draft
            return self.take(Move("found", word))
        if turn.deed == "send" and turn.sent is not None:
            self._sent(turn, turn.sent)
        elif turn.deed == "count" and turn.sent is not None:
            self.counted += tally(turn.sent)
        elif turn.deed == "leave" and turn.draft.left:
            self.left = turn.draft
        elif turn.deed == "delete":
            self.left, self.note = None, ""
        elif turn.deed == "end_ties":
            self.note = ""
        elif turn.deed == "clear":
            self.closings.clear()
        self.here = turn.show
        if turn.deed == "begin":
            self.here = self._begun() if asked else turn.show
        return turn

    def _sent(self, turn: Turn, draft: Draft) -> None:
        self.sent.append(draft)
        if turn.code:
            self.reports[turn.code] = "waiting"
            self.closings[turn.code] = turn.draft

    def _begun(self) -> Draft:
        """Return an addition as it begins by a note that asks."""
        return replace(begun(self.here, self.asks), receipt="000000:00")

    def _turn(self, move: Move, setting: Setting) -> Turn:
        """Take a turn; where it offers to answer what a note asks, say how many that are."""
        turn = take_turn(self.moves, self.here, move, setting)
        if turn.show.aside != OFFER:
            return turn
        return take_turn(self.moves, turn.show, Move("offer", str(len(self.asks))), setting)

    def written_to(self, text: str, ticked: Collection[str] = ()) -> None:
        """Let staff write to this chat: its cover is the card of now."""
        flow, sent = self.moves.flow, self.sent[-1]
        allowed = in_chat(sent, self.today).may_ask_more
        self.asks = offered(flow, may_return(flow, sent), ticked) if allowed else ()
        self.note = text
        start = first(self.moves, self.setting(), self.sent[-1].language)
        self.here = replace(start, aside=COVER)

    def _came_back(self, move: Move) -> Move:
        """Open a draft that was left: to its word, or to /start where no word was chosen."""
        left = self.left
        if self.note and self.here.aside in CARDS and opens(move.value, self.sent[-1].resume):
            self.here = replace(self.here, marks={MARK: "yes"} if self.asks else {})
            return Move("note", self.note)
        if left is None or self.here.stage != "arrive":
            return move
        word = move.kind == "words" and left.resume and opens(move.value, left.resume)
        named = command_named(move.value) if move.kind == "words" else ""
        named = move.value if move.kind == "command" else named
        if not (word or (named == "start" and not left.resume)):
            return move
        self.here, self.left = replace(left), None
        return Move("command", "start")
