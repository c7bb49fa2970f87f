"""The languages in which a reporter may have written, by the names their speakers give them."""

from functools import cache

from locales import catalogs


@cache
def languages() -> tuple[tuple[str, str], ...]:
    """Return (tag, name) of every language with a catalog, English first."""
    return tuple((one.language, one.name) for one in catalogs())
