"""Where an audit chain is broken: edits, gaps, links put in, an end cut off. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from intake.audit.link import FIRST, Head, Link, link_hash

Fault = Literal[
    "edited", "not_joined", "dropped", "inserted", "differs_from_anchor", "cut", "anchor_gone"
]
"""What was found: `cut` is an end that an anchor knows of and the chain has lost."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One place where the chain is not what was written, in words for an auditor."""

    number: int
    fault: Fault
    sentence: str

    def __str__(self) -> str:
        return f"Link {self.number}: {self.sentence}"


def verify(links: Iterable[Link], anchors: Iterable[Head] | None) -> tuple[Broken, ...]:
    """Return every place where the chain was tampered with; nothing for an honest chain.

    `links` come in the order of their numbers, as many as there are: they are gone through once.
    `anchors` is None where none are kept; then their absence is no fault either.
    What was written after the newest anchor can be cut off, or written anew with right hashes,
    unseen: that is why anchors are written often.
    """
    outside: dict[int, list[Head]] = {}
    for anchor in anchors or ():
        outside.setdefault(anchor.number, []).append(anchor)
    known = None if anchors is None else frozenset(outside)
    found: list[Broken] = []
    last, previous = 0, FIRST
    for link in links:
        found += _place(link, last)
        found += _itself(link, previous, after_gap=link.number != last + 1)
        found += _beside(link, outside.pop(link.number, ()))
        found += _anchored(link, known)
        last, previous = max(last, link.number), link.hash
    found += (_cut(number, last) for number in sorted(outside))
    return tuple(found)


def _place(link: Link, last: int) -> Iterator[Broken]:
    """Compare the link's number with the one that must come next."""
    first_gone, last_gone = last + 1, link.number - 1
    if link.number <= last:
        yield Broken(
            link.number, "inserted", "stands out of its order: it was put in, or links were swapped"
        )
    elif first_gone == last_gone:
        yield Broken(first_gone, "dropped", "is missing: it was removed")
    elif first_gone < last_gone:
        yield Broken(
            first_gone, "dropped", f"is missing, with all up to link {last_gone}: they were removed"
        )


def _itself(link: Link, previous: bytes, *, after_gap: bool) -> Iterator[Broken]:
    if link_hash(link) != link.hash:
        yield Broken(link.number, "edited", "its content does not fit its hash: it was edited")
    if link.previous != previous and not after_gap:
        yield Broken(
            link.number,
            "not_joined",
            "does not follow from the link before it: one of the two was edited or replaced",
        )


def _beside(link: Link, anchors: Iterable[Head]) -> Iterator[Broken]:
    for anchor in anchors:
        if (anchor.hash, anchor.at) != (link.hash, link.at):
            yield Broken(
                link.number,
                "differs_from_anchor",
                "is not what was written outside when it was new: the chain was written anew up to "
                "here or further, or the anchor was changed",
            )


def _anchored(link: Link, known: frozenset[int] | None) -> Iterator[Broken]:
    """An anchor that the chain speaks of, and that is not outside, was taken away there."""
    if link.act != "anchored" or known is None:
        return
    number, places = link.details.get("number"), link.details.get("places")
    in_file = isinstance(places, list) and "file" in places
    # An older anchor than the oldest at hand may lie in a file that was put away.
    if (
        in_file
        and isinstance(number, int)
        and number > min(known, default=0)
        and number not in known
    ):
        yield Broken(
            link.number,
            "anchor_gone",
            f"says that link {number} was written outside, and it is not there: the anchor file "
            "was cut, or somebody made this link up to keep anchors from being written",
        )


def _cut(number: int, last: int) -> Broken:
    if number > last:
        sentence = f"was written outside, and the chain ends at {last}: its end was cut off"
        return Broken(number, "cut", sentence)
    return Broken(number, "dropped", "was written outside, and is missing from the chain")
