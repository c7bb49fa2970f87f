"""The list of police bodies, read as data: complete, well named, and honest about its checks."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

CONTENT = Path(__file__).parents[2] / "flows" / "content"

ENGLAND = """Avon and Somerset; Bedfordshire; Cambridgeshire; Cheshire; City of London; Cleveland;
Cumbria; Derbyshire; Devon and Cornwall; Dorset; Durham; Essex; Gloucestershire; Greater Manchester;
Hampshire and Isle of Wight; Hertfordshire; Humberside; Kent; Lancashire; Leicestershire;
Lincolnshire; Merseyside; Metropolitan Police Service; Norfolk; North Yorkshire; Northamptonshire;
Northumbria; Nottinghamshire; South Yorkshire; Staffordshire; Suffolk; Surrey; Sussex;
Thames Valley; Warwickshire; West Mercia; West Midlands; West Yorkshire; Wiltshire"""
WALES = "Dyfed-Powys; Gwent; North Wales; South Wales"
OTHERS = """police-scotland psni btp mdp cnc nca hmrc home-office glaa service-police port-parks
crown-dependency overseas-or-other"""
BOROUGHS = """Barking and Dagenham; Barnet; Bexley; Brent; Bromley; Camden; Croydon; Ealing;
Enfield; Greenwich; Hackney; Hammersmith and Fulham; Haringey; Harrow; Havering; Hillingdon;
Hounslow; Islington; Kensington and Chelsea; Kingston upon Thames; Lambeth; Lewisham; Merton;
Newham; Redbridge; Richmond upon Thames; Southwark; Sutton; Tower Hamlets; Waltham Forest;
Wandsworth; Westminster"""
KEYS = {"id", "name", "nation", "kind", "oversight", "last_checked", "also"}
NATIONS = {"england", "wales", "scotland", "ni", "several", "outside_uk"}
KINDS = {"met", "territorial", "scotland", "ni", "national", "outside"}


def names(listed: str) -> list[str]:
    return [" ".join(name.split()) for name in listed.split(";")]


def body_id(force: str) -> str:
    return "ew-" + force.lower().replace(" ", "-")


def repeated(words: list[str]) -> set[str]:
    folded = [word.casefold() for word in words]
    return {word for word in folded if folded.count(word) > 1}


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    read: dict[str, Any] = YAML(typ="safe", pure=True).load(CONTENT / "bodies.yaml")
    return read


@pytest.fixture(scope="module")
def bodies(content: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {body["id"]: body for body in content["bodies"]}


def test_forces(bodies: dict[str, dict[str, Any]]) -> None:
    """The 39 forces of England and 4 of Wales are all there, each with the id of the rule."""
    listed = {body_id(force): "england" for force in names(ENGLAND)}
    listed |= {body_id(force): "wales" for force in names(WALES)}
    assert len(listed) == 43
    assert {i: b["nation"] for i, b in bodies.items() if i.startswith("ew-")} == listed


def test_force_names(bodies: dict[str, dict[str, Any]]) -> None:
    """A force's plain name is its area and the word Police; only London's has a name of its own."""
    for force in names(ENGLAND) + names(WALES):
        body = bodies[body_id(force)]
        own = "Metropolitan Police" if body["kind"] == "met" else f"{force} Police"
        assert body["name"] == own
        assert force in body["also"]


def test_other_bodies(bodies: dict[str, dict[str, Any]]) -> None:
    """Every body beyond the 43 forces is there, and none that nobody asked for."""
    assert {i for i in bodies if not i.startswith("ew-")} == set(OTHERS.split())


def test_shape(content: dict[str, Any]) -> None:
    """Every body has every key, and its nation, kind and oversight are words that we know."""
    for body in content["bodies"]:
        assert set(body) == KEYS, body["id"]
        assert body["nation"] in NATIONS
        assert body["kind"] in KINDS
        assert body["oversight"].endswith(".")
    assert {body["kind"] for body in content["bodies"]} == KINDS


def test_kinds(bodies: dict[str, dict[str, Any]]) -> None:
    """One body is the Met, and the kinds of the nations' own forces agree with their nation."""
    of_kind = {k: [i for i, b in bodies.items() if b["kind"] == k] for k in KINDS}
    assert of_kind["met"] == ["ew-metropolitan-police-service"]
    assert of_kind["scotland"] == ["police-scotland"]
    assert of_kind["ni"] == ["psni"]
    assert len(of_kind["territorial"]) == 42


def test_nothing_twice(content: dict[str, Any]) -> None:
    """No id and no name stands twice, and no body lists a word twice or its own name again."""
    assert repeated(["Kent Police", "KENT police", "Gwent Police"]) == {"kent police"}
    assert repeated([body["id"] for body in content["bodies"]]) == set()
    assert repeated([body["name"] for body in content["bodies"]]) == set()
    for body in content["bodies"]:
        assert repeated([body["name"], *body["also"]]) == set(), body["id"]


def test_enough_words(bodies: dict[str, dict[str, Any]]) -> None:
    """A force is found by at least ten towns or areas; the Met by 120 and every borough."""
    for body in bodies.values():
        assert all(isinstance(word, str) and word == word.strip() for word in body["also"])
        if body["kind"] in {"territorial", "scotland", "ni"}:
            assert len(body["also"]) >= 12, body["id"]
    met = bodies["ew-metropolitan-police-service"]["also"]
    assert len(met) >= 120
    assert len(names(BOROUGHS)) == 32
    assert set(names(BOROUGHS)) <= set(met)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("the Met", ["ew-metropolitan-police-service"]),
        ("Charing Cross", ["ew-metropolitan-police-service"]),
        ("Bishopsgate", ["ew-city-of-london"]),
        ("GMP", ["ew-greater-manchester"]),
        ("Caerdydd", ["ew-south-wales"]),
        ("Abertawe", ["ew-south-wales"]),
        ("Newport", ["ew-hampshire-and-isle-of-wight", "ew-west-mercia", "ew-gwent"]),
        ("Strathclyde Police", ["police-scotland"]),
        ("Derry", ["psni"]),
        ("Bangor", ["ew-north-wales", "psni"]),
        ("Border Force", ["home-office"]),
        ("RMP", ["service-police"]),
    ],
)
def test_found_by(bodies: dict[str, dict[str, Any]], word: str, found: list[str]) -> None:
    """A word that people use leads to its body, and a shared name to every body that has it."""
    assert [i for i, body in bodies.items() if word in body["also"]] == found


def test_checks_are_past(content: dict[str, Any]) -> None:
    """No entry claims a check on a day that has not come."""
    latest = max(datetime.now(tz=UTC).date(), content["checked"])
    for body in content["bodies"]:
        checked = body["last_checked"]
        assert checked is None or (isinstance(checked, date) and checked <= latest), body["id"]
