"""What typed words may mean as a date."""

from datetime import date

from flows.span import Guess


def guesses(text: str, language: str, today: date, *, ahead: bool = False) -> tuple[Guess, ...]:
    """Return at most three dates that `text` may mean: suggestions only."""
    del text, language, today, ahead
    return ()
