"""The one contract of every channel; `tests/contracts/test_alerts.py` holds all to the same tests.

E-mail, the operator's command, the signed webhook and the staff chat keep it. A channel tries
once: what is tried again, and when, is decided in `intake.alerts.sending`.
"""

from typing import Protocol

from intake.alerts.notice import Alert
from intake.boundary import TryLater

SECONDS = 30
"""How long a server or a program may take to answer."""


class Channel(Protocol):
    """A way to tell staff."""

    def send(self, alert: Alert) -> None:
        """Hand one alert on; returning means that it was taken.

        Raises TryLater (`Wait` where the other side says how long) or WillNeverWork. Both name
        kinds and codes alone: what a server answers may quote an address or a token.
        """


class Wait(TryLater):
    """The other side asks to be left alone for some seconds."""

    def __init__(self, sentence: str, seconds: float) -> None:
        super().__init__(sentence)
        self.seconds = seconds
