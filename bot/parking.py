"""An update that always fails: counted, parked after three tries, and owned up to."""

from dataclasses import replace

from bot import sweeping
from bot.desk import Desk, Visit
from bot.reading import Said
from bot.reply import Reply
from bot.standing import standing
from flows.leaving import first
from flows.outcome import Move
from flows.turn import take_turn

TRIES = 3


def count(desk: Desk, update: int, kind: str) -> bool:
    """Count a failure; return whether the update is parked now: seen, and never tried again."""
    now = int(desk.clock())
    with desk.store.begin() as tx:
        if tx.count_failure(update, kind, now) < TRIES:
            return False
        tx.first_sight(update, now)
    return True


def apology(desk: Desk, said: Said) -> Reply:
    """Return the card that says it was our mistake, over the same question."""
    now = int(desk.clock())
    owner = desk.machine_key.owner(said.reporter)
    setting = desk.setting()
    with desk.store.begin() as tx:
        sweep = sweeping.opened(tx.sweep_of(owner), desk.machine_key, said.reporter)
        here = standing(
            Visit(desk, tx, owner, setting, now, said.reporter), said, sweep
        ).draft or first(desk.moves, setting)
        turn = take_turn(desk.moves, replace(here, aside="our_mistake"), Move("show"), setting)
        sweep.note([said.message], now)
        sweep.touched = now
        sweep.doom()
        known = max(said.message, tx.high_water())
        set_out = sweep.set_out(known)
        tx.keep_sweep(sweeping.closed(owner, sweep, desk.machine_key))
    reply = Reply(owner, said.reporter, turn.card, turn.show, edit=sweep.card, press=said.press)
    return replace(reply, doomed=tuple(sweep.pending), turn=set_out, known=known)
