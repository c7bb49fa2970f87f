"""Where people without a draft stand, in this process's memory and nowhere else.

Their position travels in the buttons. Typed words carry no button, so the last card
shown is remembered for ten minutes; after a restart a typed word meets the first card.
"""

from collections import OrderedDict

from flows.draft import Draft

LASTS = 10 * 60
"""Seconds: as long as a chat stays open without a move."""

MOST = 10_000
"""Places remembered at most; the oldest go first."""


class Places:
    """Positions by owner, forgotten after ten quiet minutes."""

    def __init__(self) -> None:
        self._places: OrderedDict[bytes, tuple[Draft, int]] = OrderedDict()

    def of(self, owner: bytes, now: int) -> Draft | None:
        """Return where `owner` stood less than ten minutes ago."""
        place = self._places.get(owner)
        return place[0] if place and now - place[1] < LASTS else None

    def note(self, owner: bytes, draft: Draft, now: int) -> None:
        """Remember where `owner` stands now."""
        self._places.pop(owner, None)
        self._places[owner] = (draft, now)
        while len(self._places) > MOST:
            self._places.popitem(last=False)

    def forget(self, owner: bytes) -> None:
        """Forget `owner`."""
        self._places.pop(owner, None)
