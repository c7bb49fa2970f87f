"""After showing: what is on the phone now goes onto the sweep list, sealed.

Also the start of a process: what was kept but never shown is shown again.
"""

from dataclasses import replace

from bot import notes, sweeping
from bot.desk import Desk
from bot.drafting import LostKey, opened
from bot.reply import Reply
from bot.showing import Shown
from flows.outcome import Move
from flows.turn import take_turn

STILL_FRESH = 5 * 60
"""Seconds after which a turn that was kept is only edited into the card on the screen."""


def noted(desk: Desk, reply: Reply, shown: Shown) -> None:
    """Keep what showing came to, in one transaction."""
    now = int(desk.clock())
    with desk.store.begin() as tx:
        sweep = sweeping.opened(tx.sweep_of(reply.owner), desk.machine_key, reply.chat)
        if not reply.only_edit:
            sweep.came_back(reply.turn, shown.card, now, lost=shown.lost)
        if reply.tie:
            notes.was_shown(desk, tx, reply, shown, sweep)
        if shown.card and notes.unwelcome(reply, sweep):
            sweep.note([shown.card], now)
            sweep.pending.append(shown.card)
        elif shown.card:
            sweep.arrived(shown.card, now)
            tx.raise_high_water(shown.card)
            if reply.draft:
                tx.mark_shown(reply.draft, reply.revision)
        sweep.went(shown.gone, reply.turn, reply.known)
        sweep.stuck = sweep.stuck or shown.stuck
        if sweep.messages or sweep.sending:
            tx.keep_sweep(sweeping.closed(reply.owner, sweep, desk.machine_key))
        else:
            tx.drop_sweep(reply.owner)


def unshown(desk: Desk) -> list[Reply]:
    """Return the replies that a crash kept from the phone.

    A turn younger than five minutes is shown again; an older one is only edited into
    the card that is there, since nothing new is ever sent to a phone unasked.
    """
    now = int(desk.clock())
    replies = []
    with desk.store.begin() as tx:
        for row in tx.unshown():
            try:
                kept = opened(row, desk.keys)
            except LostKey:
                continue
            found = tx.sweep_of(row.owner)
            if found is None:
                continue
            sweep = sweeping.opened(found, desk.machine_key, 0)
            fresh = now - row.touched_at < STILL_FRESH
            if row.left or not (fresh or sweep.card):
                continue
            sweep.close_gap(tx.high_water() + 1, now)
            turn = take_turn(desk.moves, kept.draft, Move("show"), desk.setting())
            known = tx.high_water()
            set_out = sweep.set_out(known)
            tx.keep_sweep(sweeping.closed(row.owner, sweep, desk.machine_key))
            reply = Reply(b"", sweep.chat, turn.card, turn.show, edit=sweep.card, turn=set_out)
            replies.append(
                replace(
                    reply,
                    owner=row.owner,
                    doomed=tuple(i for i in sweep.pending if i != sweep.card),
                    known=known,
                    draft=row.id,
                    revision=row.revision,
                    only_edit=not fresh,
                )
            )
    return replies
