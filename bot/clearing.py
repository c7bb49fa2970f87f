"""Chats that have gone quiet are left; messages that are a day old are deleted.

The same screens and the same rules as when she leaves by herself.
"""

from dataclasses import dataclass, field, replace

from bot import hours, notes, sweeping
from bot.desk import Desk
from bot.drafting import Kept, LostKey, opened, sealed_row
from bot.reply import Reply
from bot.showing import Removed
from bot.stores import Transaction
from bot.sweeping import LONGEST, LOST, QUIET, RETRY, Sweep
from flows.outcome import Move
from flows.turn import take_turn

AT_ONCE = 50
"""Chats that one round takes."""

LONGEST_RETRY = 600
"""Seconds between two tries to delete, at most."""


@dataclass(frozen=True, slots=True)
class Emptying:
    """Messages to delete from a chat, with nothing to show."""

    owner: bytes = field(repr=False)
    chat: int = field(repr=False)
    doomed: tuple[int, ...]
    turn: int
    known: int


def due(desk: Desk) -> list[Reply | Emptying]:
    """Decide what each due chat needs, and put its next look off; nothing is sent from here."""
    now = int(desk.clock())
    wanted: list[Reply | Emptying] = []
    dropped: list[str] = []
    with desk.store.begin() as tx:
        for row in tx.due_sweeps(now, AT_ONCE):
            sweep = sweeping.opened(row, desk.machine_key, 0)
            if not (sweep.messages or sweep.sending):
                # It was kept only to tell her once, and she has not come back.
                tx.drop_sweep(row.owner)
                continue
            decided, keys = _decide(desk, tx, row.owner, sweep, now)
            dropped += keys
            wait = min(RETRY * 2**row.tries, LONGEST_RETRY)
            later = now + wait if decided else sweep.due_at()
            kept = sweeping.closed(row.owner, sweep, desk.machine_key, max(later, now + 1))
            tx.keep_sweep(replace(kept, tries=row.tries + 1 if decided else 0))
            wanted += [decided] if decided else []
    for name in dropped:
        desk.keys.drop(name)
    return wanted


def _decide(
    desk: Desk, tx: Transaction, owner: bytes, sweep: Sweep, now: int
) -> tuple[Reply | Emptying | None, list[str]]:
    if sweep.sending and now - sweep.touched >= LOST:
        sweep.give_up(tx.high_water() + 1, now)
    quiet = now - sweep.touched >= QUIET and not sweep.stranger and not sweep.closing
    over = sweep.over(now)
    reply: Reply | None = None
    dropped: list[str] = []
    if sweep.covered and (quiet or over):
        # Unread for a day: in the next hour she allowed. Turned away from: not again that day.
        rest = now if over else hours.tomorrow(now)
        notes.left(desk, tx, owner, notes.Going(now, rest, away=True))
        sweep.covered = False
    if quiet or over:
        reply, dropped = _left(desk, tx, owner, sweep, now)
    if over:
        sweep.doom(card_too=True)
        sweep.card = 0
    elif quiet and reply and sweep.card:
        sweep.doom()
        sweep.stranger = True
        return replace(reply, edit=sweep.card, doomed=tuple(sweep.pending)), dropped
    elif quiet:
        sweep.stranger = True
        sweep.doom()
    if sweep.pending:
        return Emptying(
            owner, sweep.chat, tuple(sweep.pending), sweep.turns, tx.high_water()
        ), dropped
    return None, dropped


def _left(
    desk: Desk, tx: Transaction, owner: bytes, sweep: Sweep, now: int
) -> tuple[Reply | None, list[str]]:
    """Leave as she would herself: keep the draft, or delete it where that is the rule."""
    dropped: list[str] = []
    setting = desk.setting()
    turn = take_turn(desk.moves, None, Move("command", "leave"), setting)
    for row in tx.drafts_of(owner):
        if row.kind == "closing":
            # Leave on the receipt clears it, and so does leaving an addition begun from it.
            tx.drop_draft(row.id)
            dropped.append(row.id)
        if row.kind == "closing" or row.left:
            continue
        try:
            kept: Kept = opened(row, desk.keys)
        except LostKey:
            continue
        turn = take_turn(desk.moves, kept.draft, Move("command", "leave"), setting)
        if turn.deed == "delete":
            tx.drop_draft(row.id)
            dropped.append(row.id)
            continue
        again = sealed_row(turn.draft, owner, now, before=row, fresh=(row.id, kept.key))
        # Going quiet is no touch: the draft's time runs on from her last move.
        untouched = replace(again, touched_at=row.touched_at, ends_at=row.ends_at, shown=True)
        tx.keep_draft(untouched)
    desk.places.forget(owner)
    reply = Reply(owner, sweep.chat, turn.card, turn.show, turn=sweep.turns, only_edit=True)
    return replace(reply, known=tx.high_water()), dropped


def emptied(desk: Desk, job: Emptying, came: Removed) -> None:
    """Take deleted ids off a chat's list; drop the list once it is empty.

    Where a message was too old, an empty list stays for a day, to tell her so.
    """
    with desk.store.begin() as tx:
        row = tx.sweep_of(job.owner)
        if row is None:
            return
        sweep = sweeping.opened(row, desk.machine_key, job.chat)
        sweep.went(came.gone, job.turn, job.known)
        sweep.stuck = sweep.stuck or came.stuck
        if sweep.messages or sweep.sending or sweep.stuck:
            due_at = row.due_at if sweep.pending else sweep.due_at()
            due_at = due_at if sweep.messages else int(desk.clock()) + LONGEST
            tx.keep_sweep(sweeping.closed(job.owner, sweep, desk.machine_key, due_at))
        else:
            tx.drop_sweep(job.owner)
