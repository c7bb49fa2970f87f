import json
from collections import Counter
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.audit import ACTS, Act, verify
from intake.audit.link import FIRST, Head, Link, canonical, join, link_hash
from tests.intake.tampering import TAMPERINGS, a_link, chances, head_of, honest, joined

EVERY = 7
"""Links between two anchors of these tests."""


def anchors_of(chain: list[Link]) -> list[Head]:
    """Return an anchor for every seventh link, and one for the end."""
    return [head_of(chain[:n]) for n in (*range(EVERY, len(chain), EVERY), len(chain))]


@given(st.integers(0, 2**32), st.integers(1, 60))
def test_an_honest_chain_is_whole(seed: int, length: int) -> None:
    """Nothing is found where nobody tampered, with every anchor at hand, and with none."""
    chain = honest(chances(seed), length)
    assert verify(chain, anchors_of(chain)) == ()
    assert verify(chain, None) == ()
    assert verify((), ()) == ()


def test_200_tamperings_are_found() -> None:
    """Edit, drop, insert, swap, cut the end off, write the rest anew: 200 of 200 are found."""
    chance = chances(20261122)
    done, found = Counter[str](), Counter[str]()
    for turn in range(200):
        name, tamper = list(TAMPERINGS.items())[turn % len(TAMPERINGS)]
        chain = honest(chance, chance.randint(10, 60))
        anchors = anchors_of(chain)
        changed = tamper(chance, list(chain))
        assert changed != chain
        done[name] += 1
        found[name] += bool(verify(changed, anchors))
    assert found == done
    assert sum(found.values()) == 200


@given(st.integers(0, 2**32), st.sampled_from(sorted(TAMPERINGS)))
def test_any_tampering_is_found(seed: int, name: str) -> None:
    """The same for whatever chain and tampering come to mind."""
    chance = chances(seed)
    chain = honest(chance, chance.randint(2, 40))
    changed = TAMPERINGS[name](chance, list(chain))
    assert bool(verify(changed, anchors_of(chain))) == (changed != chain)


@pytest.mark.parametrize("name", ["edit", "drop", "insert", "swap"])
def test_most_are_found_without_anchors(name: str) -> None:
    """Who cannot make new hashes for the rest of the chain is found by the chain alone."""
    chance = chances(name)
    for _ in range(50):
        chain = honest(chance, 30)
        assert verify(TAMPERINGS[name](chance, list(chain)), None)


def test_only_an_anchor_finds_a_rewritten_end() -> None:
    """A cut or a chain written anew is whole in itself: the anchor outside is what finds it."""
    chain = honest(chances(1), 20)
    for changed in (chain[:12], chain[:12] + joined(chain[13:], head_of(chain[:12]))):
        assert verify(changed, None) == ()
        assert {one.fault for one in verify(changed, anchors_of(chain))} & {
            "cut",
            "differs_from_anchor",
        }


def test_each_place_is_named() -> None:
    """The number of the link and a sentence say where and what."""
    chain = honest(chances(2), 20)
    edited = [replace(one, who="eve") if one.number == 5 else one for one in chain]
    assert [(b.number, b.fault) for b in verify(edited, None)] == [(5, "edited")]
    assert [(b.number, b.fault) for b in verify(chain[:7] + chain[9:], None)] == [(8, "dropped")]
    (cut,) = verify(chain[:15], [head_of(chain)])
    assert str(cut) == "Link 20: was written outside, and the chain ends at 15: its end was cut off"


def test_an_anchor_that_was_taken_away_is_found() -> None:
    """The chain says which anchors were written: one that is not outside is named."""
    chance = chances(3)
    first, second = honest(chance, 10), [a_link(chance, 0, 2_000_000) for _ in range(5)]
    said = canonical({"number": 12, "places": ["file"]})
    anchored = Link(0, 2_000_001, "console", "anchored", "", said, FIRST, FIRST)
    chain = joined([*first, *second, anchored], None)
    both = [head_of(chain[:10]), head_of(chain[:12])]
    assert verify(chain, both) == ()
    assert [b.fault for b in verify(chain, both[:1])] == ["anchor_gone"]
    assert verify(chain, both[1:]) == ()
    assert [b.fault for b in verify(chain, [])] == ["anchor_gone"]
    assert verify(chain, None) == ()


def test_a_hash_is_what_it_was() -> None:
    """How a link is hashed never changes: chains of years ago are still checked."""
    link = Link(0, 1_795_305_600, "terminal", "opened", "3f" * 16, '{"day":"2026-11-22"}', b"", b"")
    made = join(None, link)
    assert (made.number, made.previous) == (1, FIRST)
    assert made.hash == link_hash(made)
    assert made.hash.hex() == "aadd8357b48d30b60a512f9643106f24a1134ca3348ed1aeaff8b9ebd13d1d4e"
    assert made.details == {"day": "2026-11-22"}
    assert replace(made, detail="{").details == {}


def test_every_act_reads_as_words() -> None:
    """An auditor reads a sentence, never a name of the program's; the column holds each act."""
    assert set(ACTS) == set(get_args(Act))
    assert all(words and "_" not in words for words in ACTS.values())
    assert all(len(act) <= 32 for act in ACTS)
    assert json.loads(canonical({"b": [1, None], "a": "é"})) == {"a": "é", "b": [1, None]}
