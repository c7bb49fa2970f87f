"""One update, one transaction: seen? draft; `take_turn`; keep draft, sweep list, envelope.

Only what is committed here is acknowledged. Nothing is sent from here: the reply is
a value that `bot.showing` carries out after the commit.
"""

from dataclasses import replace

from bot import notes, sweeping
from bot.desk import Desk, Visit
from bot.keeping import keep
from bot.not_open import not_open
from bot.reading import Said
from bot.reply import Reply
from bot.standing import standing
from bot.sweeping import BEYOND
from bot.too_old import with_line
from flows.leaving import first
from flows.outcome import Move, Turn
from flows.turn import take_turn

SHOW = Move("show")

DONE_AGAIN = frozenset({"leave", "end_ties"})
"""Deeds that change nothing when they are done a second time."""


def receive(desk: Desk, said: Said) -> Reply:
    """Take one update in; what it returns is kept already.

    Raises StoreUnavailable when the update is to be tried again, and anything else
    when it is to be counted as failed; either way nothing was kept.
    """
    now, setting = int(desk.clock()), desk.setting()
    owner = desk.machine_key.owner(said.reporter)
    if desk.closed:
        return not_open(desk, said, owner, now)
    with desk.store.begin() as tx:
        fresh = tx.first_sight(said.update, now)
        sweep = sweeping.opened(tx.sweep_of(owner), desk.machine_key, said.reporter)
        visit = Visit(desk, tx, owner, setting, now, said.reporter)
        here = standing(visit, said, sweep)
        # A duplicate shows again and never applies again. Before there is a draft the press
        # itself holds where it leads, so the same press shows the same card.
        again = (said.packed or here.opened) and here.kept is None
        turn = take_turn(desk.moves, here.draft, here.move if fresh or again else SHOW, setting)
        if turn.deed and not fresh and not (again and turn.deed in DONE_AGAIN):
            turn = take_turn(desk.moves, here.draft, SHOW, setting)
        if turn.deed in {"look_up", "withdraw"}:
            turn = desk.enquire(visit, turn, here.kept)
        row, dropped = keep(visit, here, turn)
        turn, note = notes.settled(visit, sweep, here.draft, turn, here.opened)
        if sweep.stuck and turn.show.stage != "arrive":
            turn, sweep.stuck = with_line(desk.moves.flow, turn, setting), False
        reply = _screen(visit, said, turn, sweep)
        tx.keep_sweep(sweeping.closed(owner, sweep, desk.machine_key))
    for name in dropped:
        desk.keys.drop(name)
    if turn.show.stage == "arrive":
        desk.places.note(owner, turn.show, now)
    if note:
        reply = replace(reply, tie=note.tie, read=note.note)
    return replace(reply, draft=row.id, revision=row.revision) if row else reply


def _screen(visit: Visit, said: Said, turn: Turn, sweep: sweeping.Sweep) -> Reply:
    """Bring the sweep list up to the turn and say what the phone has to show."""
    tx, now = visit.tx, visit.now
    gathering = turn.gathering or bool(turn.show.gathered)
    # Her own words in pieces stay on the screen, also those that have not reached us yet.
    beyond = 0 if gathering else tx.high_water() + 1 + BEYOND
    sweep.close_gap(max(said.message, beyond), now)
    sweep.note([said.message], now)
    if said.press and said.message > sweep.card:
        # The card whose id never came back: the press tells it.
        sweep.arrived(said.message, now)
    tx.raise_high_water(said.message)
    sweep.touched = now
    arriving = turn.show.stage == "arrive"
    sweep.stranger = arriving and turn.show == first(visit.desk.moves, visit.setting)
    sweep.closing = turn.show.stage == "sent"
    if gathering:
        # An id that was doomed in doubt turns out to be one of her own words.
        sweep.pending = [i for i in sweep.pending if i != said.message]
    else:
        sweep.doom()
    # An old card would be swept soon, perhaps with a receipt on it.
    typed = said.move.kind == "words"
    below = (turn.gathering and typed) or sweep.aged(now)
    edit, known = sweep.card, tx.high_water()
    # An edit too: where there is nothing to edit any more, a new card is sent.
    set_out = sweep.set_out(known)
    return Reply(
        owner=visit.owner,
        chat=said.reporter,
        card=turn.card,
        show=turn.show,
        edit=edit,
        below=below,
        turn=set_out,
        known=known,
        doomed=tuple(i for i in sweep.pending if i != edit),
        press=said.press,
        note=turn.note,
    )
