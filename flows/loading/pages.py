"""Reading one YAML file (YAML 1.2) without losing the line that a thing stands on."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError

from flows.loading.cuts import cut, without_cuts
from flows.loading.faults import Fault, did_you_mean

LINE = "__line__"
PASSES = 5
FAR = 60
Model = TypeVar("Model", bound=BaseModel)


class Page:
    """One file: its lines, and its content once it could be read."""

    def __init__(self, path: Path, root: Path) -> None:
        self.name = str(path.relative_to(root))
        self.bytes = path.read_bytes()
        self.lines = self.bytes.decode("utf-8", errors="replace").splitlines()
        self.node: Any = None
        self.taken_out: set[str] = set()

    def fault(self, line: int, what: str, hint: str = "", word: str = "") -> Fault:
        """Return a fault on `line` (from 1) of this page.

        Given a `word`, on the first line from there on in which it stands.
        """
        after = enumerate(self.lines[line - 1 : line - 1 + FAR], line)
        line = next((n for n, text in after if word in text), line)
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Fault(self.name, line, text, what, hint)

    def read(self) -> list[Fault]:
        """Read the YAML; return why it cannot be read."""
        try:
            self.node = _parsed(self.bytes.decode("utf-8"))
        except UnicodeDecodeError:
            return [self.fault(1, "this file is not UTF-8 text", "save it as UTF-8")]
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            return [self.fault(mark.line + 1 if mark else 1, f"not YAML: {error.problem}")]
        if not isinstance(self.node, CommentedMap):
            return [self.fault(1, "this file is not a mapping of names to values")]
        return []

    def as_model(self, model: type[Model]) -> tuple[Model | None, list[Fault]]:
        """Return the content as `model`, and every place where it does not fit.

        What does not fit is taken out, so that the rest can still be checked as a whole;
        `taken_out` holds the ids of steps and options that went with it.
        """
        content = _plain(self.node)
        faults: list[Fault] = []
        for _ in range(PASSES):
            try:
                return model.model_validate(content), faults
            except ValidationError as error:
                errors = error.errors()
            # Later passes only find what the first one's cuts have left without a part.
            faults = faults or [self._fault_of(dict(e), model) for e in errors]
            for e in errors:
                self.taken_out |= cut(content, e["loc"])
            content = without_cuts(content)
        return None, faults

    def _fault_of(self, error: dict[str, Any], model: type[BaseModel]) -> Fault:
        path = [p for p in error["loc"] if isinstance(p, int) or not str(p).startswith("function-")]
        name = str(path[-1]) if path else ""
        line = _line_of(self.node, path)
        if error["type"] == "extra_forbidden":
            hint = did_you_mean(name, _names_in(model))
            return self.fault(line, f'"{name}" is not a name used here', hint)
        if error["type"] == "missing":
            return self.fault(line, f'"{name}" is missing here')
        return self.fault(line, f'"{name}": {str(error["msg"]).lower()}')


@lru_cache(maxsize=32)
def _parsed(text: str) -> Any:  # noqa: ANN401 - ruamel's nodes are untyped
    """Read a file's YAML once, though several checks ask for it; nobody changes the nodes."""
    return YAML(typ="rt").load(text)


def _plain(node: object) -> object:
    """Return plain dicts and lists, each dict with the line it begins on."""
    if isinstance(node, CommentedMap):
        plain: dict[str, object] = {str(key): _plain(value) for key, value in node.items()}
        plain[LINE] = node.lc.line + 1
        return plain
    if isinstance(node, CommentedSeq):
        return [_plain(value) for value in node]
    return str(node) if isinstance(node, str) else node


def _line_of(node: Any, path: Sequence[str | int]) -> int:  # noqa: ANN401 - ruamel's nodes are untyped
    line = 1
    for part in path:
        if isinstance(node, CommentedMap):
            line = node.lc.line + 1
            if part in node:
                line = node.lc.key(part)[0] + 1
                node = node[part]
        elif isinstance(node, CommentedSeq) and isinstance(part, int) and part < len(node):
            line = node.lc.item(part)[0] + 1
            node = node[part]
    return line


def _names_in(model: type[BaseModel]) -> set[str]:
    """Return every name that a file of this model may use, at any depth."""
    names: set[str] = set()
    stack, seen = [model], set[type[BaseModel]]()
    while stack:
        current = stack.pop()
        if current in seen:
            continue
        seen.add(current)
        for name, field in current.model_fields.items():
            names.add(field.alias or name)
            stack += _models_in(field.annotation)
    return names - {LINE}


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for part in getattr(annotation, "__args__", ()) for m in _models_in(part)]
