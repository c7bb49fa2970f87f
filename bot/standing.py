"""Where a reporter stands when an update arrives, and what the update asks for there.

An open draft counts first, then the receipt of one just sent, then the position in
the button that was pressed. After Leave only her word, or /start where no word was
chosen and nobody else can open the phone, leads back; everyone else meets the first
screen.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot import notes
from bot.desk import Desk, Visit
from bot.drafting import Kept, LostKey, opened
from bot.notes import Opened
from bot.reading import Said
from bot.stores import DraftRow
from bot.sweeping import Sweep
from flows.adding import beginning
from flows.arrival import unpack
from flows.draft import Draft
from flows.leaving import first
from flows.notes import CARDS
from flows.outcome import Move
from flows.resume import opens
from flows.skipped import answering
from flows.typed import command_named

SHOW = Move("show")
STALE = Move("tap")
"""A press on a card that is no longer current: it changes nothing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`draft` is the position, `kept` its row if it has one, `closing` her receipt's row.

    `opened` is a note from the team that her word has just opened.
    """

    draft: Draft | None
    move: Move
    kept: Kept | None = None
    closing: Kept | None = None
    opened: Opened | None = None


def standing(visit: Visit, said: Said, sweep: Sweep) -> Standing:
    """Return where `said` finds its reporter."""
    desk = visit.desk
    rows = visit.tx.drafts_of(visit.owner)
    opened_rows = [kept for kept in _opened(desk, rows) if not kept.row.left]
    draft = next((k for k in opened_rows if k.row.kind == "draft"), None)
    closing = next((k for k in opened_rows if k.row.kind == "closing"), None)
    current = not said.press or _is_current(sweep, said.message)
    if draft is not None:
        move = STALE if said.packed or not current else said.move
        return Standing(draft.draft, move, draft, closing)
    if said.packed and current:
        start = first(desk.moves, visit.setting)
        if found := unpack(desk.moves, said.packed, start):
            here, option = found
            here = beginning(here, closing.draft) if closing else here
            # Behind a stranger's screen an older card's buttons lead nowhere, though its message
            # is the same one: another device may still show them.
            # A cover is as plain as a stranger's screen; its own buttons do lead on.
            at_note = here.aside in CARDS and bool(sweep.covered or sweep.sending)
            strange = sweep.stranger and here != start and not at_note
            strange = strange or (answering(here) and not sweep.covered)
            if not strange and (closing is None or here.marks.get("adding")):
                move = Move("tap", option, here.aside or here.step)
                return Standing(here, move, None, closing)
    if closing is not None:
        move = STALE if said.packed or not current else said.move
        return Standing(closing.draft, move, closing, closing)
    return _without_a_draft(visit, said, sweep, rows)


def _without_a_draft(
    visit: Visit, said: Said, sweep: Sweep, rows: tuple[DraftRow, ...]
) -> Standing:
    """Return where someone stands who has no draft open, and whose button told no place."""
    covered, move = sweep.covered, said.move
    if covered and move.kind == "words" and (note := notes.opened_by(visit, move.value)):
        return Standing(notes.beside(notes.place(visit), note), note.move, opened=note)
    if said.press:
        return Standing(notes.place(visit) if covered else None, SHOW)
    if back := _came_back(visit.desk, rows, move):
        return Standing(back.draft, Move("command", "start"), back)
    if covered and not _starts(move):
        return Standing(notes.place(visit), move)
    # Another process may remember where she stood before this screen became a stranger's.
    place = None if sweep.stranger else visit.desk.places.of(visit.owner, visit.now)
    return Standing(None if place and answering(place) else place, move)


def _opened(desk: Desk, rows: Iterable[DraftRow]) -> Iterable[Kept]:
    for row in rows:
        try:
            yield opened(row, desk.keys)
        except LostKey:
            continue


def _is_current(sweep: Sweep, message: int) -> bool:
    """Tell whether a press stands on the card of now, or on one whose id never came back."""
    lost = sweep.sending and message > min(sweep.sending.values())
    return bool(lost) or sweep.card == message


def _came_back(desk: Desk, rows: Iterable[DraftRow], move: Move) -> Kept | None:
    """Return the draft that a resume word, or /start without one, opens again."""
    left = [k for k in _opened(desk, [r for r in rows if r.left]) if k.row.kind == "draft"]
    if _starts(move):
        return next((k for k in left if not k.draft.resume), None)
    if move.kind == "words":
        return next((k for k in left if k.draft.resume and opens(move.value, k.draft.resume)), None)
    return None


def _starts(move: Move) -> bool:
    """Tell whether a move begins anew. The typed word does what the command does."""
    # No resume word can be "start".
    said = command_named(move.value) if move.kind == "words" else ""
    return said == "start" or (move.kind == "command" and move.value == "start")
