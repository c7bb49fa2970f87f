"""How often one account may try receipt codes: five wrong ones a day (THREATS O4).

In memory only: a row would be a trace of the account. The intake store has a limit
of its own over all accounts.
"""

DAY = 24 * 3600
A_DAY = 5


class Guesses:
    """Wrong codes by owner within the last day."""

    def __init__(self) -> None:
        self._wrong: dict[bytes, list[float]] = {}

    def allowed(self, owner: bytes, now: float) -> bool:
        """Tell whether `owner` may try another code."""
        recent = [at for at in self._wrong.get(owner, ()) if now - at < DAY]
        return len(recent) < A_DAY

    def count(self, owner: bytes, now: float) -> None:
        """Count one wrong code; forget everyone's older than a day."""
        self._wrong.setdefault(owner, []).append(now)
        self._wrong = {o: at for o, at in self._wrong.items() if now - at[-1] < DAY}
