import re
from pathlib import Path


def broken(page: Path) -> list[str]:
    """Name the links and pictures of a page that lead to no file of ours."""
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    return [link for link in links if "://" not in link and not (page.parent / link).exists()]


def test_every_link_and_picture_is_there(ours: tuple[Path, ...]) -> None:
    """Whoever follows a link in the documents arrives."""
    pages = [path for path in ours if path.suffix == ".md"]
    assert {page.name: broken(page) for page in pages if broken(page)} == {}


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    """The check finds a page and a picture that are gone."""
    page = tmp_path / "page.md"
    page.write_text("[here](page.md) [gone](gone.md) ![gone too](gone.png)")
    assert broken(page) == ["gone.md", "gone.png"]
