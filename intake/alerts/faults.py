"""What is wrong with the `[alerts]` tables taken together: each fault with its key and remedy."""

from collections.abc import Iterator, Mapping
from typing import Any

Finding = tuple[str, str]
"""The key of a fault, and its sentence."""

_CHANNELS = ("email", "command", "webhook", "telegram")
_REACHED_BY = ("email", "telegram")


def alert_faults(content: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what is wrong in a team file's raw content, where it has a shape at all.

    On the raw content, so that a fault elsewhere does not hide these.
    """
    alerts = _table(content.get("alerts"))
    people = _list(alerts.get("people"))
    yield from _people_faults(alerts, people)
    told = {way: any(way in person for person in people) for way in _REACHED_BY}
    email, chat = alerts.get("email"), alerts.get("telegram")
    if isinstance(email, dict) and not email.get("to") and not told["email"]:
        yield "alerts.email.to", "names nobody: add addresses, or people with `email`"
    if isinstance(chat, dict) and "chat" not in chat and not told["telegram"]:
        yield "alerts.telegram.chat", "is missing: add the chat's number, or people with `telegram`"
    tables = {f"alerts.{name}": _table(alerts.get(name)) for name in _CHANNELS}
    tables |= {f"alerts.people.{number}": person for number, person in enumerate(people)}
    for key, table in tables.items():
        if "digest_at" in table and table.get("when") != "digest":
            yield f"{key}.digest_at", 'only goes with when = "digest": add that, or take this out'


def _people_faults(alerts: Mapping[str, Any], people: list[Mapping[str, Any]]) -> Iterator[Finding]:
    names: set[str] = set()
    for number, person in enumerate(people):
        key, name = f"alerts.people.{number}", str(person.get("name", "")).strip()
        if name and name in names:
            yield f"{key}.name", "stands on somebody else too: give each person one name, once"
        names.add(name)
        ways = [way for way in _REACHED_BY if way in person]
        if len(ways) != 1:
            yield key, "needs `email` or `telegram`, one of the two: how is this person told?"
        yield from (
            (f"{key}.{way}", f"goes through [alerts.{way}], which is not there: add that table")
            for way in ways
            if not isinstance(alerts.get(way), dict)
        )


def _table(found: object) -> Mapping[str, Any]:
    return found if isinstance(found, dict) else {}


def _list(found: object) -> list[Mapping[str, Any]]:
    return [_table(one) for one in found] if isinstance(found, list) else []
