import ast
import re
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Words that say nothing about what a thing does.
EMPTY = re.compile(r"manager|helper|util|data|info|handler", re.IGNORECASE)
# Libraries' own words, which their callers cannot choose.
LIBRARIES = {"DataError"}


def empty_words(paths: Iterable[Path]) -> list[str]:
    """Name the files and classes that are called by a word that says nothing."""
    found = []
    for path in paths:
        if _empty(path.stem):
            found.append(path.name)
        found += [
            f"{path.name}: class {node.name}"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ClassDef) and node.name not in LIBRARIES and _empty(node.name)
        ]
    return found


def _empty(name: str) -> bool:
    parts = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
    return any(EMPTY.fullmatch(part.removesuffix("s")) for part in parts)


def printing(paths: Iterable[Path]) -> list[str]:
    """Name the places that print: a command line echoes, a server logs, a library is silent."""
    return [
        f"{path.name}:{node.lineno}"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "pprint", "breakpoint"}
    ]


def swallowing(paths: Iterable[Path]) -> list[str]:
    """Name the places where any error at all is caught and nothing is done about it."""
    return [
        f"{path.name}:{node.lineno}"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})
        and all(isinstance(line, ast.Pass | ast.Continue) for line in node.body)
    ]


def untold(paths: Iterable[Path]) -> list[str]:
    """Name the tests that do not state their rule in a sentence."""
    return [
        f"{path.name}: {node.name}"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not (ast.get_docstring(node) or "").strip().split("\n")[0].endswith(".")
    ]


def shipped(modules: tuple[Path, ...]) -> list[Path]:
    """Leave the tests out."""
    return [path for path in modules if path.relative_to(ROOT).parts[0] != "tests"]


def test_no_name_is_empty(modules: tuple[Path, ...]) -> None:
    """Files and classes are named for what they do."""
    assert empty_words(modules) == []


def test_nothing_prints(modules: tuple[Path, ...]) -> None:
    """No module writes to the terminal behind a command's back."""
    assert printing(modules) == []


def test_no_error_is_swallowed(modules: tuple[Path, ...]) -> None:
    """Nothing catches every error to do nothing."""
    assert swallowing(shipped(modules)) == []


def test_every_test_is_a_sentence(modules: tuple[Path, ...]) -> None:
    """The suite reads as the specification."""
    tests = [path for path in modules if path.name.startswith("test_")]
    assert tests
    assert untold(tests) == []


def test_planted_faults_are_found(tmp_path: Path) -> None:
    """Each of these checks finds what is planted."""
    planted = tmp_path / "draft_helpers.py"
    planted.write_text(
        "class DraftManager:\n    pass\n\n\nclass Database:\n    pass\n\n\n"
        "def test_planted():\n    print(1)\n    try:\n        pass\n"
        "    except Exception:\n        pass\n"
    )
    assert empty_words([planted]) == ["draft_helpers.py", "draft_helpers.py: class DraftManager"]
    assert printing([planted]) == ["draft_helpers.py:10"]
    assert swallowing([planted]) == ["draft_helpers.py:13"]
    assert untold([planted]) == ["draft_helpers.py: test_planted"]
