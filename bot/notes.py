"""A note on the phone: her word opens it, leaving the card ends it. The reporter's half.

`bot.covering` is the courier's half, and says in which order things are kept and shown.
"""

from dataclasses import dataclass, replace

from bot import hours
from bot.asking import answers_to, asked
from bot.desk import Desk, Visit
from bot.drafting import LostKey
from bot.reply import Reply
from bot.showing import Shown
from bot.stores import Transaction
from bot.sweeping import Sweep
from bot.ties import Note, Tied, opened
from bot.tying import ties_of
from flows.draft import Draft
from flows.leaving import first
from flows.notes import CARDS, COVER, OFFER, OPEN
from flows.outcome import Move, Turn
from flows.resume import opens
from flows.skipped import MARK, answering, begun
from flows.turn import take_turn


@dataclass(frozen=True, slots=True)
class Opened:
    """A note on its way to the phone, and the move that shows it.

    `asks`: how many of the questions that she skipped it asks.
    """

    tie: str
    note: str
    move: Move
    asks: int = 0


def opened_by(visit: Visit, word: str) -> Opened | None:
    """Open the first note that waits behind `word`, and keep that it is being read."""
    for tied in ties_of(visit):
        if tied.tie.notes and opens(word, tied.tie.word):
            note = tied.tie.open_note(visit.now)
            visit.tx.keep_tie(tied.again(tied.tie.next_look(visit.now)))
            return _on_its_way(visit.desk, tied, note) if note else None
    return None


def beside(place: Draft, found: Opened) -> Draft:
    """Return where she stands once her word has opened a note: does it ask anything."""
    marks = {MARK: "yes"} if found.asks else {}
    return replace(place, marks=marks)


def place(visit: Visit) -> Draft:
    """Return where she stands while a cover, or what it opened, is on the card."""
    here = visit.desk.places.of(visit.owner, visit.now)
    if here is not None and _is_on(here):
        return here
    # After a restart: which card it was is forgotten, the note itself is not.
    ties = ties_of(visit)
    language = ties[0].tie.language if ties else ""
    reading = any(tied.tie.reading for tied in ties)
    start = first(visit.desk.moves, visit.setting, language)
    return replace(start, aside=OPEN if reading else COVER)


def settled(
    visit: Visit, sweep: Sweep, here: Draft | None, turn: Turn, found: Opened | None
) -> tuple[Turn, Opened | None]:
    """Bring the turn, the ties and the sweep list to one: is a note, or its cover, on the card.

    `here` is where the turn began, `found` the note that her word opened in it.
    """
    if turn.show.aside in {OPEN, OFFER} and found is None:
        back = here is not None and here.aside == OFFER
        turn, found = _still_open(visit, turn, "" if back else "not_understood")
    on_card = _is_on(turn.show)
    if sweep.covered and not on_card:
        seen = here is not None and (here.aside in {OPEN, OFFER} or answering(here))
        # With the first of her answers kept, the note has done its work.
        away = turn.deed in {"leave", "begin"}
        going = Going(visit.now, hours.tomorrow(visit.now), away=away, seen=seen)
        left(visit.desk, visit.tx, visit.owner, going)
    sweep.covered = on_card
    return turn, found


def _still_open(visit: Visit, turn: Turn, above: str) -> tuple[Turn, Opened | None]:
    """Put the note back above its card, which Back or a stray tap or word has shown again.

    `above` is the id of a text to stand over it, or "". The offer's card gets its number back.
    """
    for tied in ties_of(visit):
        if tied.tie.reading and (note := tied.tie.open_note(visit.now)):
            found = _on_its_way(visit.desk, tied, note)
            move = replace(found.move, argument=above)
            if turn.show.aside == OFFER and found.asks:
                move = Move("offer", str(found.asks))
            here = beside(turn.show, found)
            return take_turn(visit.desk.moves, here, move, visit.setting), found
    return take_turn(visit.desk.moves, None, Move("show"), visit.setting), None


@dataclass(frozen=True, slots=True)
class Going:
    """How a card of notes was left: `away` by leaving, not for another card of the chat.

    `seen`: the move itself proves that the note was on the card. An unread cover waits at
    least until `rest`.
    """

    now: int
    rest: int
    away: bool
    seen: bool = False


def left(desk: Desk, tx: Transaction, owner: bytes, going: Going) -> None:
    """End what was on the card: a note that was read goes, any other waits again."""
    for row in tx.ties_of(owner):
        try:
            tied = opened(row, desk.keys)
        except LostKey:
            continue
        tie = tied.tie
        if tie.cover or tie.reading:
            tie.rest = going.now if tie.reading else going.rest
            tie.close_note(read=going.away and (going.seen or tie.shown))
            tx.keep_tie(tied.again(tie.next_look(going.now)))


def was_shown(desk: Desk, tx: Transaction, reply: Reply, shown: Shown, sweep: Sweep) -> None:
    """Note that a cover or a note has reached the phone."""
    now = int(desk.clock())
    if not reply.read and unwelcome(reply, sweep):
        left(desk, tx, reply.owner, Going(now, now, away=False))
        return
    if not shown.card:
        return
    if not reply.read:
        sweep.covered = sweep.stranger = True
        return
    row = next((row for row in tx.ties_of(reply.owner) if row.id == reply.tie), None)
    if row is None:
        return
    tied = opened(row, desk.keys)
    if tied.tie.reading == reply.read and not tied.tie.shown:
        tied.tie.shown = True
        tx.keep_tie(tied.again(row.due_at))


def answers(visit: Visit, draft: Draft) -> Draft:
    """Return the addition that has just begun with the questions of the note she is reading."""
    for tied in ties_of(visit):
        tie = tied.tie
        note = next((note for note in tie.notes if note.id == tie.reading), None)
        if note and tie.more:
            questions = asked(visit.desk, tie.more, note.questions)
            return answers_to(draft, tie.more, questions)
    return begun(draft, ())


def _is_on(here: Draft) -> bool:
    """Tell whether a note is still behind where she stands: read, or about to be answered."""
    # Looked at first, because every tap comes through here.
    return here.aside in CARDS or (MARK in here.marks and answering(here))


def unwelcome(reply: Reply, sweep: Sweep) -> bool:
    """Tell whether a cover has met her own move on its way: her card stays, the cover goes."""
    return bool(reply.tie) and not reply.read and reply.turn != sweep.turns


def _on_its_way(desk: Desk, tied: Tied, note: Note) -> Opened:
    asks = len(asked(desk, tied.tie.more, note.questions))
    return Opened(tied.row.id, note.id, Move("note", note.text), asks)
