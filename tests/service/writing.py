"""Staff who write to a reporter's chat, and the hour in London at which they do."""

import base64
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from intake.messages import seal_message
from intake.register import Register
from sandbox import Phone
from tests.service.running import OUTLINE, Service

LONDON = ZoneInfo("Europe/London")
WORD = "harbour"
COVER = "There is a note for you here. Show it when you are ready."
SKIPPED = ("ongoing", "letter", "solicitor", "tell", "officer", "needs", "hopes")
FIRST = "This is an automated chat"


async def reachable(
    running: Service, number: int = 1, *, days: Sequence[str] = (), hours: Sequence[str] = ()
) -> Phone:
    """Return a phone that has asked to be written to in the chat, and cleared it since.

    Nothing chosen stands for any day and any hour.
    """
    phone = await running.arrived(number)
    await running.taps(phone, "Ask a person to contact me", "Metropolitan Police (London)")
    await running.taps(phone, "Skip", "I agree", "In this chat", "Yes")
    for chosen in (days, hours):
        await running.taps(phone, *([*chosen, "That's all"] if chosen else ["Skip"]))
    await running.taps(phone, "2 weeks")
    await running.says(phone, WORD)
    await running.taps(phone, "Skip", "Skip", "Send", "Continue", "Go on", "Clear this chat")
    await running.courier.round()
    return phone


async def may_be_asked(running: Service, number: int = 1) -> tuple[Phone, str]:
    """Return a phone that may be asked more and skipped what SKIPPED says, and its code."""
    phone = await running.arrived(number)
    await running.taps(phone, *OUTLINE[:5], "Skip", *OUTLINE[6:-2], "Skip", "Skip")
    await running.taps(phone, "Add what happened", "Continue", "Skip", "Carry on", "I agree")
    await running.taps(phone, "Skip", "In this chat", "Yes", "Skip", "Skip", "2 weeks")
    await running.says(phone, WORD)
    await running.taps(phone, "Yes", *["Skip"] * 3)
    await running.taps(phone, "Send", "Continue")
    found = re.search(r"\d{6} \d{7} \d{7}", await running.card(phone))
    assert found
    await running.taps(phone, "Go on", "Clear this chat")
    await running.courier.round()
    return phone, found[0]


def contact(running: Service) -> Mapping[str, object]:
    """Return how the newest report says that its chat is written to."""
    contacts = [one.summary["contact"] for one in running.reports()]
    *_, chat = [one["chat"] for one in contacts if "chat" in one]  # type: ignore[operator,index]
    assert isinstance(chat, dict)
    return chat


def write(running: Service, text: str, questions: Sequence[str] = ()) -> str:
    """Write to the newest report's chat, as staff do; return the message's id."""
    chat = contact(running)
    address = base64.b64decode(str(chat["address"]))
    return Register(running.engine).post(address, seal_message(text, questions, str(chat["key"])))


def waits(running: Service) -> int:
    """Return how many messages the intake store still keeps for the newest report's chat."""
    address = base64.b64decode(str(contact(running)["address"]))
    return len(Register(running.engine).waiting(address))


async def at(running: Service, weekday: int, hour: int, *, weeks: int = 0) -> None:
    """Let time pass until that hour in London on that weekday (Monday is 0), round by round."""
    now = datetime.fromtimestamp(running.box.clock(), UTC).astimezone(LONDON)
    then = (now + timedelta(days=(weekday - now.weekday()) % 7)).replace(
        hour=hour, minute=1, second=0, fold=0
    )
    if then <= now:
        then += timedelta(days=7)
    then += timedelta(weeks=weeks)
    await running.passes((then.timestamp() - running.box.clock()) / 3600)


async def rounds(running: Service, minutes: int = 2) -> None:
    """Let a few minutes pass, minute by minute."""
    for _ in range(minutes):
        running.box.advance(61)
        await running.courier.round()


async def cards(phone: Phone) -> list[str]:
    """Return the first line of every message of the bot on the screen."""
    return [m.text.splitlines()[0] for m in await phone.screen() if m.who == "bot"]
