"""Where the bot keeps drafts, closing rows, the sweep list and the outbox: sealed blobs only."""

from bot.stores.boundary import StaleRevision, Store, StoreUnavailable, Transaction
from bot.stores.model import DraftRow, Kind, OutboxRow, SweepRow, TieRow

__all__ = [
    "DraftRow",
    "Kind",
    "OutboxRow",
    "StaleRevision",
    "Store",
    "StoreUnavailable",
    "SweepRow",
    "TieRow",
    "Transaction",
]
