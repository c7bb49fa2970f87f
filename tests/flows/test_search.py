"""Finding the police body by force, town, part of London, Welsh or short name."""

import pytest

from flows.search import found
from tests.stories.telling import shipped

BODIES = shipped().flow.bodies
MET = "ew-metropolitan-police-service"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Brixton", MET),
        ("a station in Brixton", MET),
        ("the met", MET),
        ("gmp", "ew-greater-manchester"),
        ("GMP", "ew-greater-manchester"),
        ("Abertawe", "ew-south-wales"),
        ("Caerdydd", "ew-south-wales"),
        ("Heddlu Gogledd Cymru", "ew-north-wales"),
        ("thames valley", "ew-thames-valley"),
        ("glasgow", "police-scotland"),
        ("Belfast", "psni"),
        ("weston super mare", "ew-avon-and-somerset"),
    ],
)
def test_found(typed: str, first: str) -> None:
    """The words lead to the body that people mean by them."""
    assert next(iter(found(BODIES, typed))).id == first


def test_several() -> None:
    """A name of two places offers both; nobody is asked to know which."""
    thames = {b.id for b in found(BODIES, "Thames")}
    assert {"ew-thames-valley", MET} <= thames
    richmond = {b.id for b in found(BODIES, "Richmond")}
    assert {MET, "ew-north-yorkshire"} <= richmond


@pytest.mark.parametrize("typed", ["Brixtom", "zzz", "...", "police"])
def test_unknown(typed: str) -> None:
    """What nothing fits, finds at most five; a place that nobody knows finds none."""
    hits = found(BODIES, typed)
    assert len(hits) <= 5
    assert typed == "police" or hits == ()
