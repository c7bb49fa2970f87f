import ast
from collections.abc import Iterable
from pathlib import Path

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
# Look-up lists: one entry after the other, never read from top to bottom.
LISTS = {"bodies.yaml", "deadlines.yaml", "support.yaml"}
FOLDERS_OF_LISTS = {"crisis"}


def too_long(paths: Iterable[Path]) -> list[str]:
    """Name the files that nobody reads in one sitting."""
    counted = ((path, len(path.read_text(encoding="utf-8").splitlines())) for path in paths)
    return [f"{path.name}: {lines} lines" for path, lines in counted if lines > MOST_LINES]


def long_functions(paths: Iterable[Path]) -> list[str]:
    """Name the functions that do not fit a screen."""
    return [
        f"{path.name}:{node.lineno} {node.name}: {length} lines"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    ]


def _is_list(path: Path) -> bool:
    return path.name in LISTS or path.parent.name in FOLDERS_OF_LISTS


def test_no_file_is_over_300_lines(ours: tuple[Path, ...]) -> None:
    """Code, questions and pages come in files of a few screens."""
    kinds = {".py", ".yaml", ".html", ".css", ".js", ".toml"}
    assert too_long(p for p in ours if p.suffix in kinds and not _is_list(p)) == []


def test_no_function_is_over_40_lines(modules: tuple[Path, ...]) -> None:
    """A function fits a screen; a migration, a list of columns, may be longer."""
    assert long_functions(p for p in modules if p.parent.name != "versions") == []


def test_a_long_file_and_a_long_function_are_found(tmp_path: Path) -> None:
    """Both checks find what is planted."""
    planted = tmp_path / "planted.py"
    planted.write_text("def long():\n" + "    pass\n" * 300)
    assert too_long([planted]) == ["planted.py: 301 lines"]
    assert long_functions([planted]) == ["planted.py:1 long: 301 lines"]
