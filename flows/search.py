"""Finding a police body by force, town or part of London.

Words are compared without case, accents and punctuation; every typed word has to
begin a word of the body's name or of one of the other names it is known by.
"""

import re
import unicodedata
from collections.abc import Mapping

from flows.model import Body

MOST = 5
SHORTEST_PLACE = 4
FILLERS = frozenset({"the", "police", "service", "force", "constabulary", "in", "of", "and"})


def plain(text: str) -> str:
    """Return `text` in lower case, with no accents or punctuation, single-spaced."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s]", " ", kept.replace("'", "").replace("\u2019", "")).split())


def found(bodies: Mapping[str, Body], typed: str) -> tuple[Body, ...]:
    """Return up to five bodies that `typed` may mean, the nearest first.

    An exact name comes before a name that begins so; bodies with equal claim keep
    the order of the list.
    """
    wanted = plain(typed)
    asked = [w for w in wanted.split() if w not in FILLERS] or wanted.split()
    if not asked:
        return ()
    ranked = []
    for body in bodies.values():
        names = [plain(name) for name in (body.name, *body.also)]
        ranks = [rank for name in names if (rank := _rank(name, wanted, asked)) is not None]
        if ranks:
            ranked.append((min(ranks), body))
    ranked.sort(key=lambda pair: pair[0])
    return tuple(body for _, body in ranked[:MOST])


def _rank(name: str, wanted: str, asked: list[str]) -> int | None:
    if name == wanted:
        return 0
    words = name.split()
    if [w for w in words if w not in FILLERS] == asked:
        return 1
    if all(any(word.startswith(part) for word in words) for part in asked):
        return 2
    # A sentence such as "a station in Brixton" names the place among other words.
    return 3 if len(name) >= SHORTEST_PLACE and f" {name} " in f" {wanted} " else None
