"""How to reach the person, as staff read it: who else may be near stands above the number."""

from collections.abc import Mapping
from typing import Any

from intake.contact import ELSEWHERE, NO_LONGER, NO_OTHER, NO_WAY
from intake.parts import Part
from tests.intake.sample import Readers, answer, opened, shown
from tests.intake.test_page import text_of

NEAR = [
    answer("phone", "Could someone open it?", label="Who can open this phone", labels=["Yes"]),
    answer(
        "in_contact", "Still in contact?", label="Still in contact", labels=["We live together"]
    ),
    answer("who_may_answer", "Who may answer?", label="Who may answer", labels=["Someone close"]),
    answer("withheld_number", "Withheld?", label="Withheld number", state="skipped"),
    answer("code_phrase", "What should the team do?", state="not_asked"),
]
WAY = {"method": "phone", "value": "0000 000 0000", "when": [], "voicemail": "", "name_to_use": ""}


def contact(
    readers: Readers,
    **changes: Any,  # noqa: ANN401 - whatever a summary can hold
) -> list[tuple[str, tuple[str, ...]]]:
    """Return what the part about contact says."""
    (part,) = (p for p in shown(opened(readers, **changes)) if p.kind == "contact")
    assert isinstance(part, Part)
    return text_of(part)


def test_who_else_may_be_near(readers: Readers) -> None:
    """What she said of her phone and of who may answer stands above the number; the rest not."""
    block = {"id": "arrive", "title": "Arriving", "answers": NEAR}
    assert contact(readers, contact=WAY, blocks=[block]) == [
        ("Who can open this phone", ("Yes",)),
        ("Still in contact", ("We live together",)),
        ("Who may answer", ("Someone close",)),
        ("Way", ("Phone",)),
        ("Number or address", ("0000 000 0000",)),
    ]


def test_nobody_is_said_to_ring_who_did_not_say_so(readers: Readers) -> None:
    """Without a way none is named; of an addition staff are sent to the first report."""
    none = {**WAY, "method": "", "value": ""}
    assert contact(readers, contact=none, blocks=[]) == [("Way", (NO_WAY,))]
    adding = contact(readers, contact=none, blocks=[], adds_to="ab" * 16)
    assert adding == [("Way", (ELSEWHERE,))]
    older = contact(
        readers, contact={**none, "method": "i_will_contact"}, blocks=[], adds_to="ab" * 16
    )
    assert older == [("Way", (ELSEWHERE,))]
    hers = contact(readers, contact={**none, "method": "i_will_contact"}, blocks=[])
    assert hers == [("Way", ("I will contact",))]


def test_a_way_that_is_no_longer_safe(readers: Readers) -> None:
    """An addition that takes a way back sends nobody to the first report for it."""
    none = {**WAY, "method": "", "value": ""}

    def way(said: str, given: Mapping[str, object], *more: dict[str, object]) -> tuple[str, ...]:
        safe = answer("still_safe", "Still safe?", label="Still safe", values=[said])
        block = {"id": "more_reach", "title": "", "answers": [safe, *more]}
        return dict(contact(readers, contact=given, blocks=[block], adds_to="ab" * 16))["Way"]

    assert way("stop", none) == (NO_LONGER,)
    assert way("other", none) == (NO_OTHER,)
    assert way("yes", none) == (ELSEWHERE,)
    assert way("other", WAY) == ("Phone",)
    rings = {**none, "method": "i_will_contact"}
    method = answer("method", "How?", label="How", values=["i_will_contact"])
    assert way("other", rings, method) == ("I will contact",)
