"""A local Bot API server and a phone page, so that everything runs with no token and no network.

Nothing here talks to Telegram. Tests start it in their own process with `serve`; a person
starts it with `python -m sandbox serve` and opens the phone page in a browser.

    async with sandbox.serve() as box:
        ...  # start the bot with TELEGRAM_API_URL=box.url and box.token
        phone = box.phone()
        await phone.start()
        card = await phone.sees("Is it safe now?")
        await phone.tap("Yes")
        await phone.until(lambda screen: screen[-1].labels != card.labels)
"""

from sandbox.clock import Clock, MovedClock, RealClock
from sandbox.faults import Fault, FaultKind
from sandbox.phone_page import FIRST_PHONE
from sandbox.phones import Phone, Shown
from sandbox.serving import FAKE_TOKEN, Sandbox, serve

__all__ = [
    "FAKE_TOKEN",
    "FIRST_PHONE",
    "Clock",
    "Fault",
    "FaultKind",
    "MovedClock",
    "Phone",
    "RealClock",
    "Sandbox",
    "Shown",
    "serve",
]
