"""The bot as it would be if it did not remember which updates it has seen: a planted fault."""

from bot.__main__ import app
from bot.stores.sql_seen import SeenUpdates

_noted = SeenUpdates.first_sight


def _always_new(self: SeenUpdates, update_id: int, at: int) -> bool:
    _noted(self, update_id, at)
    return True


if __name__ == "__main__":
    SeenUpdates.first_sight = _always_new  # type: ignore[method-assign]  # the planted fault
    app()
