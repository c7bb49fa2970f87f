"""Questions that she skipped come back behind her word, and what she answers adds to the first."""

from collections.abc import Sequence

import pytest

from bot.ties import More, opened
from intake.summary import read_summary
from sandbox import Phone
from tests.service.running import Service
from tests.service.writing import (
    COVER,
    FIRST,
    SKIPPED,
    WORD,
    at,
    cards,
    may_be_asked,
    reachable,
    rounds,
    waits,
    write,
)

TEXT = "Thank you. A few more answers would help."
TUESDAY = 1
ARRIVE = ("No", "Yes", "18 or over", "Yes, keep them")


async def told(running: Service, phone: Phone, questions: Sequence[str]) -> None:
    """Let staff ask, and her word open what they wrote."""
    write(running, TEXT, questions)
    await at(running, TUESDAY, 10)
    await rounds(running)
    await running.taps(phone, "Show it")
    await running.says(phone, WORD)
    assert (await running.card(phone)).startswith(TEXT)


async def labels(phone: Phone) -> set[str]:
    """Return the buttons of the card of now."""
    return {label for m in await phone.screen() for label in m.labels}


def more(running: Service) -> More | None:
    """Return what the only tie lets her be asked."""
    with running.desk.store.begin() as tx:
        (row,) = tx.ties_of(running.desk.machine_key.owner(7_000_000_001))
    return opened(row, running.desk.keys).tie.more


async def test_she_answers_one_and_skips_one(running: Service) -> None:
    """Asked behind her word only, sent by itself, under the first report's code and id."""
    phone, _ = await may_be_asked(running)
    (first,) = running.reports()
    kept = more(running)
    assert kept is not None
    assert set(kept.skipped) == set(SKIPPED)
    await told(running, phone, ("solicitor", "ongoing", "role"))
    await running.taps(phone, "Go on")
    await running.taps(phone, "Back")
    assert (await running.card(phone)).startswith(TEXT)
    await running.taps(phone, "Go on")
    await running.says(phone, "thank you")
    card = await running.card(phone)
    assert card.startswith("The team asks about 2 questions that you skipped.")
    assert "solicitor" not in card
    await running.taps(phone, "Answer some", *ARRIVE, "None")
    assert (await running.card(phone)).startswith("Is it still happening?")
    assert running.counts() == (2, 2)  # the tie, and the draft that has just begun
    await running.taps(phone, "It has stopped", "Skip", "I agree")
    assert "Metropolitan" not in await running.card(phone)
    await running.taps(phone, "Send")
    assert "sealed for the same team" in await running.card(phone)
    await running.taps(phone, "Continue", "Clear this chat")
    await rounds(running)
    _, added = sorted(running.reports(), key=lambda one: bool(one.summary["adds_to"]))
    assert added.summary["adds_to"] == first.summary["record_id"]
    assert added.stored.triage.queue == first.stored.triage.queue
    answers = {a.step: a for block in read_summary(added.summary).blocks for a in block.answers}
    assert answers["ongoing"].values == ["no"]
    assert answers["solicitor"].state == "skipped"
    assert answers["role"].state == "not_asked"
    assert waits(running) == 0
    assert running.counts() == (1, 1)
    assert COVER not in await cards(phone)


async def test_her_code_takes_both_back(running: Service) -> None:
    """What she answers is under the code of the first: withdrawing takes it back as well."""
    phone, code = await may_be_asked(running)
    await told(running, phone, ("ongoing",))
    await running.taps(phone, "Go on", "Answer some", *ARRIVE, "None", "It has stopped")
    await running.taps(phone, "I agree", "Send", "Continue", "Clear this chat")
    await rounds(running)
    await running.taps(phone, "More", "I have a code")
    await running.says(phone, code)
    await running.taps(phone, "Withdraw it", "Yes, withdraw it")
    assert [bool(one.stored.withdrawn) for one in running.reports()] == [True, True]


@pytest.mark.parametrize(
    ("way", "begun"),
    [
        *(("Not now", ()), ("Leave", ()), ("/exit", ()), ("quiet", ())),
        *((way, ("Answer some", *ARRIVE[:2])) for way in ("Leave", "/exit", "quiet")),
    ],
)
async def test_the_offer_goes_with_the_note(
    running: Service, way: str, begun: Sequence[str]
) -> None:
    """Not now, Leave or ten quiet minutes end it, begun or not, behind a stranger's screen."""
    phone, _ = await may_be_asked(running)
    await told(running, phone, ("solicitor",))
    await running.taps(phone, "Go on", *begun)
    if way == "quiet":
        await rounds(running, 12)
    elif way.startswith("/"):
        await running.says(phone, way)
    else:
        await running.taps(phone, way)
    assert (await running.card(phone)).startswith(FIRST)
    await running.says(phone, WORD)
    assert FIRST in await running.card(phone)
    await rounds(running)
    assert waits(running) == 0
    await running.passes(26)
    assert COVER not in await cards(phone)
    assert running.counts() == (1, 1)


async def test_the_day_after_the_last_nothing_can_be_answered(running: Service) -> None:
    """When the tie ends while the offer is on the card, it goes; typing does not bring it back."""
    phone, _ = await may_be_asked(running)
    await told(running, phone, ("solicitor",))
    await running.taps(phone, "Go on", "Answer some", *ARRIVE[:3])
    with running.desk.store.begin() as tx:
        (row,) = tx.ties_of(running.desk.machine_key.owner(7_000_000_001))
        tied = opened(row, running.desk.keys)
        tied.tie.ends = int(running.box.clock())
        tx.keep_tie(tied.again(tied.tie.ends))
    await rounds(running, 1)
    await running.says(phone, "Yes, keep them")
    assert FIRST in await running.card(phone)
    assert running.counts() == (0, 0)


@pytest.mark.parametrize(
    "questions",
    [("conduct",), ("role", "nation"), ("gone_by_now", "phone", "chat_word", "age"), ()],
    ids=["not asked", "answered or not asked", "not in the flow", "none"],
)
async def test_nothing_else_is_offered(running: Service, questions: Sequence[str]) -> None:
    """What she did not skip, or nobody may ask, is left out; with none left there is no offer."""
    phone, _ = await may_be_asked(running)
    await told(running, phone, questions)
    assert "Go on" not in await labels(phone)


async def test_who_did_not_allow_it_is_offered_nothing(running: Service) -> None:
    """Without her yes the tie keeps no question, no report and no code, and a note offers none."""
    phone = await reachable(running)
    assert more(running) is None
    await told(running, phone, ("letter",))
    assert "Go on" not in await labels(phone)


async def test_another_process_goes_on(running: Service) -> None:
    """What the buttons carry is enough: a process that remembers nothing asks the same."""
    phone, _ = await may_be_asked(running)
    await told(running, phone, ("solicitor",))
    owner = running.desk.machine_key.owner(7_000_000_001)
    for label in ("Go on", "Answer some", *ARRIVE):
        running.desk.places.forget(owner)
        await running.taps(phone, label)
    await running.taps(phone, "None")
    assert (await running.card(phone)).startswith("Do you have a solicitor?")
