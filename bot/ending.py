"""Ending what is over: drafts, closing rows, keys without a draft, old update ids."""

from bot.desk import Desk

BORN = 120
"""Seconds for which a key without a draft may be one whose draft is just being kept."""

REMEMBERED = 3 * 24 * 3600
"""Seconds for which update ids are remembered; Telegram redelivers for one day."""


def end(desk: Desk) -> int:
    """Drop rows whose time is over, their keys, and keys that belong to none; return how many.

    The row goes first and its key after it: a crash between the two leaves a key that
    opens nothing, and the next round takes it.
    """
    now = int(desk.clock())
    with desk.store.begin() as tx:
        over = [row.id for row in tx.ended(now)]
        for name in over:
            tx.drop_draft(name)
        tx.forget_seen(now - REMEMBERED)
        kept = tx.draft_ids() | tx.tie_ids()
    for name in over:
        desk.keys.drop(name)
    desk.keys.orphans(kept, now - BORN)
    return len(over)
