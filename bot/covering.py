"""Notes from the team on their way to a phone: the courier's half.

What is kept, in this order, so that a crash between any two loses no note and doubles none:

1. the store hands messages out; it deletes none that it has not been told of;
2. they are kept under the tie's key, known by their ids: handed out again, they count once;
3. the cover is kept as out before it is sent; one that never came back is swept as lost
   (`bot.sweeping`) and its note waits again;
4. her word is right: the note is kept as being read, then shown (`bot.notes`); until its card
   is known to be on the phone, it is shown again by changing that same card;
5. she clears it, or ten minutes pass: the note goes, its id stays;
6. the store is told the id and deletes its copy; then the id goes too.

A cover is sent only inside her days and hours, when no draft, receipt or other card of hers is
on the screen, one at a time.
"""

import logging
from dataclasses import replace

from bot import hours, sweeping
from bot.asking import asked
from bot.desk import Desk
from bot.drafting import LostKey
from bot.reply import Reply
from bot.stores import Transaction
from bot.sweeping import LOST, Sweep
from bot.ties import EVERY, Note, Tie, Tied, opened
from flows.leaving import first
from flows.notes import COVER
from flows.outcome import Move
from flows.skipped import MARK
from flows.turn import take_turn
from intake.boundary import Message, TryLater
from intake.messages import BadMessage, open_message

_log = logging.getLogger(__name__)

AT_ONCE = 50
"""Ties that one round looks at."""

STILL_FRESH = 5 * 60
"""Seconds within which a note that her word opened, and a crash kept back, is still shown."""


def covers(desk: Desk) -> list[Reply]:
    """Look for notes of the ties that are due; return what their phones have to show."""
    now = int(desk.clock())
    replies = [_looked(desk, tied, now) for tied in _due(desk, now)]
    return [reply for reply in replies if reply is not None]


def _due(desk: Desk, now: int) -> list[Tied]:
    """Return the ties to look at, put off first: a second courier must not take the same."""
    found, gone = [], []
    with desk.store.begin() as tx:
        for row in tx.due_ties(now, AT_ONCE):
            try:
                tied = opened(row, desk.keys)
            except LostKey:
                tx.drop_tie(row.id)
                continue
            if now >= tied.tie.ends:
                _end(desk, tx, tied, now)
                gone.append(tied)
                continue
            later = tied.again(now + EVERY)
            tx.keep_tie(later)
            found.append(replace(tied, row=later))
    for tied in gone:
        desk.keys.drop(tied.row.id)
        if tied.tie.got:
            _collected(desk, tied.tie)
    return found


def _end(desk: Desk, tx: Transaction, tied: Tied, now: int) -> None:
    """End a tie whose last day is over; what it has on the screen goes at once."""
    tx.drop_tie(tied.row.id)
    found = tx.sweep_of(tied.row.owner)
    if found is None:
        return
    sweep = sweeping.opened(found, desk.machine_key, tied.tie.chat)
    if sweep.covered:
        sweep.doom(card_too=True)
        sweep.card, sweep.covered = 0, False
        tx.keep_sweep(sweeping.closed(tied.row.owner, sweep, desk.machine_key, now))


def _collected(desk: Desk, tie: Tie) -> tuple[Message, ...] | None:
    """Ask the intake store; None if it does not answer: it is asked again at the next look."""
    try:
        return desk.intake.collect(tie.address, frozenset(tie.got))
    except TryLater:
        _log.warning("the intake store did not hand messages out; trying again")
        return None


def _looked(desk: Desk, before: Tied, now: int) -> Reply | None:
    messages = _collected(desk, before.tie)
    if messages is None:
        return None
    with desk.store.begin() as tx:
        row = next((r for r in tx.ties_of(before.row.owner) if r.id == before.row.id), None)
        if row is None or row.revision != before.row.revision:
            # Somebody else has changed it meanwhile: what was collected is older than that.
            return None
        tied = opened(row, desk.keys)
        tied.tie.got = []
        for message in messages:
            _take_in(desk, tied.tie, message)
        reply = _reply(desk, tx, tied, now)
        tx.keep_tie(tied.again(tied.tie.next_look(now)))
    return reply


def _take_in(desk: Desk, tie: Tie, message: Message) -> None:
    if tie.knows(message.id):
        return
    try:
        written = open_message(message.sealed, desk.identity)
    except BadMessage as fault:
        # It stays in the store, where staff see that it was never shown.
        _log.error("message %s cannot be shown: %s", message.id, fault)
        tie.refused.append(message.id)
        return
    tie.notes.append(Note(message.id, written.text, written.questions))


def _reply(desk: Desk, tx: Transaction, tied: Tied, now: int) -> Reply | None:
    """Return what the phone has to show now: a cover, a note that a crash kept back, nothing."""
    tie = tied.tie
    sweep = sweeping.opened(tx.sweep_of(tied.row.owner), desk.machine_key, tie.chat)
    if tie.reading:
        return _kept_back(desk, tx, tied, sweep, now)
    if tie.cover and not sweep.covered and now - tie.cover >= 2 * LOST:
        tie.close_note(read=False)
    wanted = tie.notes and not tie.cover and now >= tie.rest
    if not wanted or not hours.allowed(tie.days, tie.hours, now) or _busy(tx, tied, sweep):
        return None
    tie.cover = now
    known = tx.high_water()
    turn_number = sweep.set_out(known)
    tx.keep_sweep(sweeping.closed(tied.row.owner, sweep, desk.machine_key))
    setting = desk.setting()
    here = replace(first(desk.moves, setting, tie.language), aside=COVER)
    turn = take_turn(desk.moves, here, Move("show"), setting)
    # Below: a card that is changed in place would make no line in the list of chats.
    reply = Reply(tied.row.owner, tie.chat, turn.card, turn.show, edit=sweep.card, below=True)
    return replace(reply, turn=turn_number, known=known, tie=tied.row.id)


def _busy(tx: Transaction, tied: Tied, sweep: Sweep) -> bool:
    """Tell whether something of hers, or not yet cleared, is on the screen.

    Ten quiet minutes clear her cards, a day clears the receipt; then the note's time comes.
    """
    on_screen = sweep.covered or (sweep.card and not sweep.stranger)
    if on_screen or sweep.sending or sweep.pending:
        return True
    return any(not row.left for row in tx.drafts_of(tied.row.owner))


def _kept_back(desk: Desk, tx: Transaction, tied: Tied, sweep: Sweep, now: int) -> Reply | None:
    """Show again a note of which nobody knows whether it has reached the phone."""
    tie = tied.tie
    if not sweep.covered or (not tie.shown and now - tie.since >= STILL_FRESH):
        tie.close_note(read=tie.shown)
        return None
    note = tie.open_note(now)
    if tie.shown or note is None or not sweep.card:
        return None
    setting = desk.setting()
    marks = {MARK: "yes"} if asked(desk, tie.more, note.questions) else {}
    here = replace(first(desk.moves, setting, tie.language), marks=marks)
    turn = take_turn(desk.moves, here, Move("note", note.text), setting)
    reply = Reply(tied.row.owner, tie.chat, turn.card, turn.show, edit=sweep.card, only_edit=True)
    return replace(reply, turn=sweep.turns, known=tx.high_water(), tie=tied.row.id, read=note.id)
