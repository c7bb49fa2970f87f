"""Forty invented reports with the forms that real ones have: seven speak of a Halloran."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from intake.boundary import Triage
from intake.envelope import seal
from tests.browser.report_desk import ReportDesk
from tests.intake.sample import answer, consent, summary, triage

MET, GMP = "ew-metropolitan-police-service", "ew-greater-manchester"
OFFICERS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "alex": (
        MET,
        {"officer": "DC Mark Halloran, collar number 4471"},
    ),
    "robin": (
        MET,
        {
            "officer": "Det Con M Halloran",
            "officer_station": "Marlowe St",
            "officer_vehicle": "grey estate, the number began QX19",
            "officer_look": "burn mark on his left hand, smelled of mints",
        },
    ),
    "wren": (MET, {"officer": "DC Halleran. First name Mark, I think"}),
    "kit": (MET, {"officer": "Halloran, 4471 on the shoulder, Marlowe Street"}),
    "friend": (MET, {"officer": "D.C. O'Halloran, PC 4471 before that"}),
    "juniper": (MET, {"officer": "Mark H., a detective constable then"}),
    "rowan": (GMP, {"officer": "PC Marie Halloran"}),
}
"""As in sandbox/reports/people/one_officer.yaml: six mean one invented man, the last another."""

ADDED: Mapping[str, str] = {
    "officer_station": "Marlowe Street, CID, second floor",
    "officer_vehicle": "dark grey estate car, QX19 ZZA",
    "officer_look": "about 45, reddish beard, a burn scar on the left hand",
}
"""What Alex sent later."""

OTHERS = ("Okafor", "Brandreth", "Castleton", "Dimmock", "Eversley", "Fairclough", "Gethin")

SYLLABLES = ("bra", "cor", "den", "fel", "gor", "hin", "lam", "mer", "nat", "pol", "ros", "tun")


@dataclass(frozen=True, slots=True)
class Placed:
    """One report in the store."""

    report_id: str
    name: str


def place_forty(desk: ReportDesk) -> list[Placed]:
    """Put them into the store, checked for conflicts; all but every eighth agreed to be counted.

    The first has an addition, which is not among what is returned.
    """
    placed = [
        _place(desk, number, name, body, card)
        for number, (name, body, card) in enumerate(_people(random.Random(4471)))  # noqa: S311 - the same reports in every run
    ]
    _place(desk, 4471, "alex, later", MET, ADDED, adds_to=placed[0].report_id)
    return placed


def place_many(desk: ReportDesk, count: int) -> None:
    """Put so many into the store, each with an officer of some invented name."""
    chance = random.Random(1000)  # noqa: S311 - the same reports in every run
    for number in range(10_000, 10_000 + count):
        name = "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()
        card = {"officer": f"PC {name}, {chance.randrange(1000, 9999)}"}
        _place(desk, number, str(number), chance.choice((MET, GMP, "ew-south-wales")), card)


def _people(chance: random.Random) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    for name, (body, card) in OFFICERS.items():
        yield name, body, card
    for number in range(33):
        body = chance.choice((MET, MET, MET, GMP, GMP, "ew-south-wales"))
        officer = f"PC {OTHERS[number % len(OTHERS)]}" if number < len(OTHERS) else ""
        yield f"other-{number}", body, {"officer": officer}


def _place(
    desk: ReportDesk, number: int, name: str, body: str, card: Mapping[str, str], **more: object
) -> Placed:
    chance = random.Random(number)  # noqa: S311 - the same reports in every run
    report_id = f"{chance.getrandbits(128):032x}"
    columns = triage(report_id)
    chosen = chance.sample(["unwanted_pursuit", "comments_messages", "touching", "pressure"], 2)
    year = 2026 - int(14 * chance.random() * chance.random())
    words = summary(
        columns,
        blocks=[
            {
                "id": "outline",
                "title": "The outline",
                "answers": [
                    answer("body", "Which police?", values=[body]),
                    answer("conduct", "What was it?", values=chosen),
                ],
            }
        ],
        dates={"when_first": {"earliest": f"{year}-01-01", "edtf": str(year)}},
        consents=[
            {**consent("share_anonymised_pattern", "May it be used?"), "given": number % 8 != 0}
        ],
        **more,
    )
    inside = {step: answer(step, "Who?", text=text) for step, text in card.items()}
    inside["body"] = answer("body", "Which police?", values=[body])
    sealed = seal(words, inside, desk.recipients)
    desk.place_sealed(Triage.from_dict(columns.as_dict()), sealed)
    return Placed(report_id, name)
