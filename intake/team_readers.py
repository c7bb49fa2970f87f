"""Whether the readers in a team file make sense together: two at least, one of them for recovery.

Every report must open with any one key lost, so each list needs a second, offline key.
"""

import difflib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

_FEWEST = 2

Finding = tuple[str, str]
"""The key of a fault, and its sentence."""


def reader_faults(content: Mapping[str, Any], known: Collection[str] | None) -> Iterator[Finding]:
    """Yield what is wrong with recipients, queues and conflict readers that have a shape."""
    recipients = _table(content, "recipients")
    queues = _table(content, "queues")
    yield from _same_key_twice(recipients)
    if "default" not in queues:
        yield "queues.default", "is missing: name who reads what no other queue claims"
    if known is not None:
        yield from _unknown_queues(queues, known)
    lists = {f"queues.{queue}": shorts for queue, shorts in queues.items()}
    lists["conflict.readers"] = _table(content, "conflict").get("readers")
    for key, shorts in lists.items():
        if isinstance(shorts, list):
            yield from _list_faults(key, [str(short) for short in shorts], recipients)


def _list_faults(key: str, shorts: list[str], recipients: Mapping[str, Any]) -> Iterator[Finding]:
    for short in shorts:
        if short not in recipients:
            near = difflib.get_close_matches(short, recipients, n=1)
            hint = f": did you mean {near[0]}?" if near else ": add a table [recipients.NAME]"
            yield key, f"{short!r} is not one of the recipients" + hint
    if len(set(shorts)) < len(shorts):
        yield key, "names a recipient twice: once is enough"
    if len(set(shorts)) < _FEWEST:
        yield (
            key,
            ("has fewer than two recipients: add one, so that a lost key does not lose reports"),
        )
    if not any(_is_recovery(recipients.get(short)) for short in shorts):
        yield (
            key,
            (
                "has no recovery key: add a recipient with `recovery = true`, whose private key is "
                "kept offline"
            ),
        )


def _same_key_twice(recipients: Mapping[str, Any]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for short, entry in recipients.items():
        key = entry.get("key") if isinstance(entry, dict) else None
        if not isinstance(key, str):
            continue
        if key.strip() in first:
            other = first[key.strip()]
            yield (
                f"recipients.{short}.key",
                f"is the same key as {other}'s: two names for one key are one reader. Make another",
            )
        first.setdefault(key.strip(), short)


def _unknown_queues(queues: Mapping[str, Any], known: Collection[str]) -> Iterator[Finding]:
    for queue in queues:
        if queue != "default" and queue not in known:
            near = difflib.get_close_matches(queue, known, n=1)
            hint = f": did you mean {near[0]}?" if near else ""
            yield f"queues.{queue}", "is not a queue of the routing rules" + hint


def _is_recovery(entry: object) -> bool:
    return isinstance(entry, dict) and entry.get("recovery") is True


def _table(content: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = content.get(name)
    return table if isinstance(table, dict) else {}
