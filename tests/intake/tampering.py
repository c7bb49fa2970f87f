"""An honest audit chain, and every way in which somebody may tamper with one."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace

from intake.audit.acts import ACTS
from intake.audit.link import FIRST, Head, Link, canonical, join

Chain = list[Link]
PEOPLE = ("ada", "ben", "terminal")


def chances(seed: int | str) -> random.Random:
    """Return the same chances for the same seed."""
    return random.Random(seed)  # noqa: S311 - chances, not secrets


def a_link(chance: random.Random, number: int, at: int) -> Link:
    """Return a link that is not joined to any other yet."""
    detail = canonical({"step": chance.choice(("a", "b")), "count": chance.randrange(9)})
    about = chance.choice(("", "3f" * 16, "ab" * 16))
    act = chance.choice([act for act in ACTS if act != "anchored"])
    return Link(number, at, chance.choice(PEOPLE), act, about, detail, FIRST, FIRST)


def honest(chance: random.Random, length: int) -> Chain:
    """Return a chain of that many links, each a minute after the other."""
    return joined([a_link(chance, n, 1_000_000 + 60 * n) for n in range(1, length + 1)], None)


def joined(links: Sequence[Link], head: Head | None) -> Chain:
    """Return the links with right numbers and hashes, following `head`."""
    chain: Chain = []
    for link in links:
        chain.append(join(head, link))
        head = head_of(chain)
    return chain


def head_of(chain: Sequence[Link]) -> Head:
    return Head(chain[-1].number, chain[-1].hash, chain[-1].at)


def _edit(chance: random.Random, chain: Chain) -> Chain:
    """Change one column of one link."""
    place = chance.randrange(len(chain))
    name = chance.choice([field.name for field in fields(Link)])
    value = getattr(chain[place], name)
    if isinstance(value, bytes):
        byte = chance.randrange(len(value))
        value = value[:byte] + bytes([value[byte] ^ (1 << chance.randrange(8))]) + value[byte + 1 :]
    elif isinstance(value, int):
        value += chance.choice((-1, 1, 1000))
    else:
        value = chance.choice((value + "x", value[:-1] or "y"))
    chain[place] = replace(chain[place], **{name: value})
    return sorted(chain, key=lambda link: link.number)


def _drop(chance: random.Random, chain: Chain) -> Chain:
    """Remove a few links from the middle or the beginning."""
    place = chance.randrange(len(chain) - 1)
    return chain[:place] + chain[place + chance.randint(1, len(chain) - place - 1) :]


def _insert(chance: random.Random, chain: Chain) -> Chain:
    """Put a made-up link in, rightly joined to the one before; the later ones move up by one."""
    place = chance.randrange(1, len(chain))
    made_up = join(head_of(chain[:place]), a_link(chance, 0, chain[place].at))
    later = [replace(link, number=link.number + 1) for link in chain[place:]]
    return [*chain[:place], made_up, *chance.choice((later, chain[place:]))]


def _swap(chance: random.Random, chain: Chain) -> Chain:
    """Let two links change places, with or without their numbers."""
    one, two = sorted(chance.sample(range(len(chain)), 2))
    first, second = chain[one], chain[two]
    if chance.random() < 0.5:
        first, second = (
            replace(first, number=second.number),
            replace(second, number=first.number),
        )
    chain[one], chain[two] = second, first
    return chain


def _truncate(chance: random.Random, chain: Chain) -> Chain:
    """Cut the end off."""
    return chain[: chance.randrange(len(chain))]


def _rewrite(chance: random.Random, chain: Chain) -> Chain:
    """Change a link and write all the rest anew, every hash right."""
    place = chance.randrange(len(chain))
    changed = replace(chain[place], who="eve")
    return chain[:place] + joined([changed, *chain[place + 1 :]], _before(chain, place))


def _rewrite_without(chance: random.Random, chain: Chain) -> Chain:
    """Leave a link out and write all the rest anew, every hash and number right."""
    place = chance.randrange(len(chain))
    return chain[:place] + joined(chain[place + 1 :], _before(chain, place))


def _before(chain: Chain, place: int) -> Head | None:
    return head_of(chain[:place]) if place else None


TAMPERINGS: Mapping[str, Callable[[random.Random, Chain], Chain]] = {
    "edit": _edit,
    "drop": _drop,
    "insert": _insert,
    "swap": _swap,
    "truncate": _truncate,
    "rewrite": _rewrite,
    "rewrite without one": _rewrite_without,
}
