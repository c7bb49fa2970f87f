"""Taking out of a file what does not fit, so that the rest can still be checked."""

from collections.abc import Sequence

CUT = object()
"""Stands where something was taken out, until its neighbours' places no longer matter."""


def cut(content: object, place: Sequence[str | int]) -> set[str]:
    """Mark what stands at `place` as taken out; return the ids that went with it.

    A part that is missing takes the nearest list entry around it away.
    """
    around: list[tuple[dict[str, object] | list[object], str | int]] = []
    node = content
    for part in place:
        inside = node_at(node, part)
        if inside is not None and isinstance(node, dict | list):
            around.append((node, part))
            node = inside
    missing = bool(place) and (not around or around[-1][1] != place[-1])
    entries = [pair for pair in around if isinstance(pair[0], list)]
    if not around:
        return set()
    holder, part = (entries if missing and entries else around)[-1]
    gone = node_at(holder, part)
    if isinstance(holder, dict):
        holder[str(part)] = CUT
    elif isinstance(holder, list) and isinstance(part, int):
        holder[part] = CUT
    return ids_in(gone)


def node_at(holder: object, part: str | int) -> object:
    """Return what stands at `part` of `holder`, or None."""
    if isinstance(holder, dict):
        return holder.get(part)
    if isinstance(holder, list) and isinstance(part, int) and part < len(holder):
        return holder[part]
    return None


def ids_in(node: object) -> set[str]:
    """Return every `id` in `node`, at any depth."""
    if isinstance(node, dict):
        own = {str(node["id"])} if "id" in node else set()
        return own.union(*(ids_in(value) for value in node.values()))
    if isinstance(node, list):
        return set().union(*(ids_in(value) for value in node))
    return set()


def without_cuts(node: object) -> object:
    """Return `node` without what was taken out."""
    if isinstance(node, dict):
        return {key: without_cuts(value) for key, value in node.items() if value is not CUT}
    if isinstance(node, list):
        return [without_cuts(value) for value in node if value is not CUT]
    return node
