"""The service before its release gate is filled in: "not open yet", and the help card.

Whatever is said, nothing of it is kept; only ids to sweep are, as for every chat.
"""

from dataclasses import replace

from bot import sweeping
from bot.desk import Desk
from bot.reading import Said
from bot.reply import Reply
from flows.leaving import first
from flows.outcome import Move
from flows.screen import Card
from flows.turn import take_turn

LEADS = {"not_open": {"help"}}
"""The buttons of each card that lead anywhere; on every other card `HELPS`."""

HELPS = {"more_services", "quiet", "back"}


def not_open(desk: Desk, said: Said, owner: bytes, now: int) -> Reply:
    """Return the "not open yet" card, or the help card to whoever asks for help."""
    setting = desk.setting()
    asked = said.packed.rpartition(":")[2] or said.move.value
    aside = {"help": "help", "more_services": "services", "quiet": "quiet"}.get(asked, "not_open")
    here = replace(first(desk.moves, setting), aside=aside)
    turn = take_turn(desk.moves, here, Move("show"), setting)
    rows = tuple(
        tuple(b for b in row if b.option in LEADS.get(aside, HELPS)) for row in turn.card.rows
    )
    card = Card(turn.card.step, turn.card.text, tuple(row for row in rows if row))
    with desk.store.begin() as tx:
        tx.first_sight(said.update, now)
        sweep = sweeping.opened(tx.sweep_of(owner), desk.machine_key, said.reporter)
        sweep.note([said.message], now)
        if said.press and said.message > sweep.card:
            sweep.arrived(said.message, now)
        sweep.touched, sweep.stranger = now, True
        sweep.doom()
        known = max(said.message, tx.high_water())
        turn_number = sweep.set_out(known)
        tx.raise_high_water(said.message)
        tx.keep_sweep(sweeping.closed(owner, sweep, desk.machine_key))
    doomed = tuple(i for i in sweep.pending if i != sweep.card)
    reply = Reply(owner, said.reporter, card, turn.show, edit=sweep.card, press=said.press)
    return replace(reply, doomed=doomed, turn=turn_number, known=known)
