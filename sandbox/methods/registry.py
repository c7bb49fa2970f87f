"""The table of methods: which there are, which fields each takes, and how one is called."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox.fields import Fields
from sandbox.refusals import bad_request, not_implemented
from sandbox.world import World

Work = Callable[[World, Fields], object | Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Method:
    """A method: the fields it reads, and those Telegram knows but this server does not do."""

    name: str
    work: Work
    fields: frozenset[str]
    not_done: frozenset[str]


METHODS: dict[str, Method] = {}


def method(name: str, *fields: str, not_done: str = "") -> Callable[[Work], Work]:
    """Enter a function into the table as the method `name`, which takes `fields`."""

    def enter(work: Work) -> Work:
        METHODS[name.lower()] = Method(name, work, frozenset(fields), frozenset(not_done.split()))
        return work

    return enter


async def call(world: World, name: str, fields: Fields) -> object:
    """Do a method, named in any case as Telegram allows, and return its result.

    Raises:
        Refused: the method says no; a field is unknown (stricter than Telegram, which would
            ignore a misspelt one silently); or method or field are not done here.
    """
    found = METHODS.get(name.lower())
    if found is None:
        raise not_implemented(f"the method {name}")
    given = {field for field in fields.given if fields.has(field)}
    if later := sorted(given & found.not_done):
        raise not_implemented(f"the field {later[0]} of {found.name}")
    if unknown := sorted(given - found.fields - found.not_done):
        raise bad_request(f"{found.name} has no field {unknown[0]}")
    result = found.work(world, fields)
    return await result if inspect.isawaitable(result) else result
