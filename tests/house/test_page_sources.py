import re
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
# What turns text into markup or into a script. Words of a report are written as text alone.
SINKS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|parseHTMLUnsafe|setHTML"
    r"|\beval\(|new Function|srcdoc|javascript:|\.setAttribute\(\s*[\"'](?:on|style)"
)


def sinks(paths: Iterable[Path]) -> list[str]:
    """Name the lines of scripts that could make markup or a script of text."""
    return [
        f"{path.name}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if SINKS.search(line)
    ]


def untold(paths: Iterable[Path]) -> list[str]:
    """Name the scripts that do not begin by saying what they are for."""
    return [path.name for path in paths if not path.read_text(encoding="utf-8").startswith("/**")]


def scripts(ours: tuple[Path, ...]) -> list[Path]:
    """Return the sources of the staff's pages."""
    return [path for path in ours if path.is_relative_to(ROOT / "console/browser/src")]


def test_no_script_makes_markup_of_text(ours: tuple[Path, ...]) -> None:
    """Nothing a reporter wrote can become markup: no script of ours can make any."""
    assert scripts(ours)
    assert sinks(scripts(ours)) == []


def test_every_script_says_what_it_is_for(ours: tuple[Path, ...]) -> None:
    """Each begins with a comment that a newcomer understands."""
    assert untold(scripts(ours)) == []


def test_what_is_made_is_not_committed(ours: tuple[Path, ...]) -> None:
    """Git holds neither packages nor bundles, and nobody lints them."""
    made = ("node_modules", "console/static")
    names = [path.relative_to(ROOT).as_posix() for path in ours]
    assert [name for name in names if any(one in name for one in made)] == []


def test_a_planted_sink_is_found(tmp_path: Path) -> None:
    """The checks find markup made of text, and a script without a word about itself."""
    planted = tmp_path / "planted.js"
    planted.write_text("let words;\nnode.innerHTML = words;\nnode.textContent = words;\n")
    assert sinks([planted]) == ["planted.js:2"]
    assert untold([planted]) == ["planted.js"]
