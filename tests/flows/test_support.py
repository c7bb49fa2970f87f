"""The support services, read as data: enough for every nation, and honest about their checks."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

CONTENT = Path(__file__).parents[2] / "flows" / "content"

Service = dict[str, Any]

KEYS = {"id", "name", "ways", "hours", "nations", "ages", "needs", "note", "first_for"}
KEYS |= {"evidence", "confidence", "last_checked"}
NATIONS = ("england", "wales", "scotland", "ni")
ALWAYS = ("crisis", "sexual_harm", "sarc", "domestic_abuse", "child")
SILENT = {"emergency-999", "silent-solution", "emergency-sms", "relay-uk", "999-bsl"}
NEEDS = """emergency cannot_speak deaf_emergency crisis sexual_harm sarc child worried_adult
domestic_abuse police_abuse men lgbt minoritised migrant deaf disabled sex_work older workplace
stalking images childhood_abuse legal"""
# Given up by its owner; losing its funding; a wrong one printed elsewhere; never offered first.
NOT_USED = {"08088029999", "08088005005", "08088010100", "101"}
NUMBER = re.compile(r"\d[\d ]*\d")
WAY = {
    "call": re.compile(r"[\d ]{3,}"),
    "text": re.compile(r"999|\d[\d ]{9,}\d"),
    "word": re.compile(r"[A-Z]+ \d{3,5}"),
    "web": re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+"),
    "email": re.compile(r"[a-z]+@[a-z0-9-]+(\.[a-z0-9-]+)+"),
}
PROMISES = re.compile(
    r"\b(will|always|guarantee\w*|safe|confidential|anonymous|believe)\b|!", re.IGNORECASE
)
LABELS = re.compile(
    r"\b(victims?|alleg\w+|incidents?|offences?|perpetrators?|historic)\b", re.IGNORECASE
)


def ways(service: Service) -> list[tuple[str, str]]:
    return [pair for way in service["ways"] for pair in way.items()]


def shown(service: Service) -> list[str]:
    return [text for text in (service["note"], *service.get("steps", ())) if text]


def not_used(services: Iterable[Service]) -> set[str]:
    """Return the numbers of NOT_USED that stand in any way, note or step of `services`."""
    texts = [t for s in services for t in (*(value for _, value in ways(s)), *shown(s))]
    numbers = {n.replace(" ", "") for text in texts for n in NUMBER.findall(text)}
    return numbers & NOT_USED


def too_sure(services: Iterable[Service], latest: date) -> set[str]:
    """Return the ids whose `last_checked` is after `latest`, or rests on general knowledge."""
    dated = [s for s in services if s["last_checked"] is not None]
    return {s["id"] for s in dated if "GK" in s["evidence"] or s["last_checked"] > latest}


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    read: dict[str, Any] = YAML(typ="safe", pure=True).load(CONTENT / "support.yaml")
    return read


@pytest.fixture(scope="module")
def services(content: dict[str, Any]) -> list[Service]:
    listed: list[Service] = content["services"]
    return listed


def test_shape(content: dict[str, Any], services: list[Service]) -> None:
    """Every service has every key, a way to reach it, and words from the lists at the top."""
    for service in services:
        assert set(service) - {"steps"} == KEYS, service["id"]
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", service["id"])
        assert service["ways"]
        assert service["hours"] in content["hours"]
        assert service["needs"]
        assert set(service["needs"]) <= set(content["needs"]), service["id"]
        assert service["nations"]
        assert set(service["nations"]) <= set(NATIONS), service["id"]
        assert set(service["ages"]) == {"min", "max"}
        assert isinstance(service["first_for"], int)
        assert service["first_for"] >= 1
        assert service["confidence"] in {"H", "M", "L"}


def test_no_idle_words(content: dict[str, Any], services: list[Service]) -> None:
    """Every need we speak of has a service, and so has every kind of hours at the top."""
    assert set(content["needs"]) == set(NEEDS.split())
    assert {need for s in services for need in s["needs"]} == set(content["needs"])
    assert {s["hours"] for s in services} == set(content["hours"])


def test_nothing_twice(services: list[Service]) -> None:
    """No id and no name stands twice."""
    assert len({s["id"] for s in services}) == len(services)
    assert len({s["name"].casefold() for s in services}) == len(services)


def test_ways(services: list[Service]) -> None:
    """Each way has one kind and is written as that kind is: a number in groups, a bare address."""
    for service in services:
        assert all(len(way) == 1 for way in service["ways"]), service["id"]
        for kind, value in ways(service):
            assert WAY[kind].fullmatch(value), (service["id"], value)
            assert kind != "call" or len(value) <= 5 or " " in value, value


@pytest.mark.parametrize("need", ALWAYS)
@pytest.mark.parametrize("nation", NATIONS)
def test_every_nation_is_served(services: list[Service], nation: str, need: str) -> None:
    """In each nation somebody is there for crisis, sexual harm, a SARC, abuse at home, a child."""
    assert [s["id"] for s in services if nation in s["nations"] and need in s["needs"]]


def test_emergency(content: dict[str, Any], services: list[Service]) -> None:
    """999 has its silent and signed ways in every nation, and a caution about who answers."""
    of = {s["id"]: s for s in services}
    assert set(of) >= SILENT
    assert all(set(of[i]["nations"]) == set(NATIONS) for i in SILENT)
    assert all(of[i].get("steps") for i in SILENT - {"emergency-999", "999-bsl"})
    assert content["caution"].startswith("999 reaches the police.")
    assert "ambulance" in content["caution"]


def test_numbers_not_to_use(services: list[Service]) -> None:
    """A number that was given up, is in doubt or is wrong is never listed."""
    planted = {"ways": [{"call": "0808 802 99 99"}], "note": "Or call 101."}
    assert not_used([planted]) == {"08088029999", "101"}
    assert not_used(services) == set()


def test_evidence(services: list[Service]) -> None:
    """Every service says where it was seen: a row of the sources, or general knowledge."""
    for service in services:
        assert service["evidence"], service["id"]
        assert all(re.fullmatch(r"S\d+|GK", mark) for mark in service["evidence"]), service["id"]


def test_checks(content: dict[str, Any], services: list[Service]) -> None:
    """No check lies in the future, and what is only generally known counts as unchecked."""
    latest = max(datetime.now(tz=UTC).date(), content["checked"])
    planted = [
        {"id": "known", "evidence": ["S1", "GK"], "last_checked": latest},
        {"id": "future", "evidence": ["S1"], "last_checked": date.max},
        {"id": "fine", "evidence": ["S1"], "last_checked": latest},
    ]
    assert too_sure(planted, latest) == {"known", "future"}
    assert too_sure(services, latest) == set()


def test_words(content: dict[str, Any], services: list[Service]) -> None:
    """Notes are two plain sentences of 20 words at most; nothing promises and nothing labels."""
    for service in services:
        note = service["note"]
        assert note is None or (note.endswith(".") and note.count(".") <= 2), service["id"]
    said = [content["caution"], *(text for s in services for text in shown(s))]
    assert PROMISES.search("You will be safe.")
    assert LABELS.search("For victims.")
    assert [t for t in said if PROMISES.search(t) or LABELS.search(t)] == []
    assert [x for t in said for x in re.split(r"(?<=\.) ", t) if len(x.split()) > 20] == []
