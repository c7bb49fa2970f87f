"""Find every text that a reporter can read, with its context and the line it stands on.

Texts stand in the content files; a few stand in Python, as `words.say("context", "text")`.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from flows.loading import FlowFaults
from flows.loading.pages import Page
from flows.loading.schema import _paragraphs

Node = Any  # ruamel's nodes are untyped


@dataclass(frozen=True, slots=True)
class Text:
    """One text: `context` is a step, a block, "texts", "support" or a module's own word."""

    context: str
    text: str
    file: str
    line: int
    other: str = ""  # of a text with a number: its form for more than one


def texts_of_content(folder: Path, root: Path) -> list[Text]:
    """Return the texts of the content files in `folder`; raises FlowFaults where one is not YAML.

    Files are named from `root`.
    """
    found: list[Text] = []
    for path in sorted((folder / "questions").glob("*.yaml")):
        page = _read(path, root)
        found += _pick(page, page.node["block"], page.node["block"]["id"], ("title",))
        for step in page.node["steps"]:
            found += _pick(page, step, step["id"], ("say", "them", "label"))
            for option in step.get("options", ()):
                found += _pick(page, option, step["id"], ("label", "them"))
    page = _read(folder / "texts.yaml", root)
    found += _pick(page, page.node["texts"], "texts", page.node["texts"])
    for both in page.node.get("counted", {}).values():
        one, other = _pick(page, both, "texts", ("one", "other"))
        found.append(replace(one, other=other.text))
    found += _of_support(_read(folder / "support.yaml", root))
    return found


def texts_of_code(folders: Iterable[Path], root: Path) -> list[Text]:
    """Return the texts written in Python, in calls of `say` with two literal strings."""
    found = []
    for path in sorted(path for folder in folders for path in folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr="say"),
                    args=[ast.Constant(value=str(context)), ast.Constant(value=str(text))],
                ):
                    name = path.relative_to(root).as_posix()
                    found.append(Text(context, text, name, node.lineno))
                case _:
                    pass
    return found


def _of_support(page: Page) -> Iterator[Text]:
    yield from _pick(page, page.node, "support", ("caution",))
    yield from _pick(page, page.node["hours"], "support", page.node["hours"])
    for service in page.node["services"]:
        yield from _pick(page, service, "support", ("name", "note"))
        steps = service.get("steps", ())
        yield from _pick(page, steps, "support", range(len(steps)))


def _read(path: Path, root: Path) -> Page:
    page = Page(path, root)
    if faults := page.read():
        raise FlowFaults(faults)
    return page


def _pick(page: Page, node: Node, context: str, keys: Iterable[str | int]) -> Iterator[Text]:
    """Yield the texts at `keys` of a mapping or a list, as the loader will read them."""
    for key in keys:
        value = node[key] if isinstance(key, int) or key in node else None
        if isinstance(value, str) and value.strip():
            at = node.lc.item(key) if isinstance(key, int) else node.lc.key(key)
            yield Text(str(context), str(_paragraphs(value)), page.name, at[0] + 1)
