"""What libraries know of days: bounds of EDTF, typed dates, days on which courts are closed.

Each library is imported when it is first asked (about 0.15 s each): most turns ask none.
"""

from datetime import date

from flows.span import Guess, Span


class Almanac:
    """The calendar that every `Setting` has unless it is given another."""

    __slots__ = ()

    def bounds(self, edtf: str) -> Span:
        """Return the strict bounds of an EDTF string; raises ValueError, never naming it."""
        from flows.calendar import bounding  # noqa: PLC0415 - imports edtf

        return bounding.bounds(edtf)

    def guesses(
        self, text: str, language: str, today: date, *, ahead: bool = False
    ) -> tuple[Guess, ...]:
        """Return at most three dates that `text` may mean; `ahead` if it is about the future."""
        from flows.calendar import guessing  # noqa: PLC0415 - imports dateparser

        return guessing.guesses(text, language, today, ahead=ahead)

    def closed(self, day: date, nation: str) -> bool:
        """Tell whether courts are closed on `day`; an unknown nation asks all of them."""
        from flows.calendar import closing  # noqa: PLC0415 - imports holidays

        return closing.closed(day, nation)
