"""A pytest plugin: write which test holds which item of the checklist, without running any.

pytest --collect-only -p tests.trauma.collecting --holds FILE
"""

import json
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Ask where to write."""
    parser.addoption("--holds", help="write what each test holds to this file, as JSON")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Write each marked test: its id without parameters, its sentence, its items."""
    found: dict[str, dict[str, object]] = {}
    for item in session.items:
        marks = [str(name) for mark in item.iter_markers("holds") for name in mark.args]
        if marks and isinstance(item, pytest.Function):
            name = item.nodeid.partition("[")[0]
            entry = found.setdefault(name, {"says": _sentence(item), "items": []})
            entry["items"] = sorted({*_texts(entry["items"]), *marks})
    if target := session.config.getoption("--holds"):
        Path(target).write_text(json.dumps(found), encoding="utf-8")


def _sentence(item: pytest.Function) -> str:
    return (item.function.__doc__ or "").strip().split("\n")[0]


def _texts(given: object) -> list[str]:
    return [str(one) for one in given] if isinstance(given, list) else []
