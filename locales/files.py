"""Catalog files as Babel reads and writes them. Only for tools: nothing at run time needs this.

Babel forgets headers that it does not know, so the ones beginning with `X-` are kept here:
`X-State`, `X-Reviewed-By` and `X-Reviewed-On`, which people write.
"""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.plurals import PLURALS
from babel.messages.pofile import PoFileParser, write_po

FOLDER = Path(__file__).parent
DOMAIN = "candour"
TEMPLATE = FOLDER / f"{DOMAIN}.pot"
WIDTH = 96

# Babel has no rule for Somali and Urdu and guesses one. These are CLDR's: one, and other.
OWN_PLURALS = {"so": (2, "(n != 1)"), "ur": (2, "(n != 1)")}
PLURALS.update(OWN_PLURALS)

Headers = list[tuple[str, str]]


class CatalogFile(BabelCatalog):
    """A catalog that keeps its own headers."""

    own_headers: dict[str, str]

    @property
    def mime_headers(self) -> Headers:
        """All headers: Babel's, and before its last one ours."""
        known: Headers = super()._get_mime_headers()
        return [*known[:-1], *getattr(self, "own_headers", {}).items(), known[-1]]

    @mime_headers.setter
    def mime_headers(self, headers: Iterable[tuple[str, str]]) -> None:
        pairs = list(headers)
        self.own_headers = {n: v.strip() for n, v in pairs if n.lower().startswith("x-")}
        super()._set_mime_headers(pairs)


def new(language: str | None) -> CatalogFile:
    """Return an empty catalog; with no language, the template of all."""
    made = CatalogFile(
        locale=language,
        domain=DOMAIN,
        project="Candour",
        version="1",
        header_comment="# The words of Candour. How to translate: docs/translating.md\n#",
        msgid_bugs_address="none",
        last_translator="none",
        language_team="none",
        fuzzy=False,
    )
    made.own_headers = {"X-State": "draft"} if language else {}
    return made


def read(path: Path, language: str | None) -> CatalogFile:
    """Return the catalog in a .po or .pot file; raises PoFileError where it is not one."""
    made = new(language)
    with path.open("rb") as file:
        PoFileParser(made, abort_invalid=True).parse(file)
    return made


def write(path: Path, catalog: CatalogFile) -> None:
    """Write a catalog as text, whole or not at all; a file that would not change is left."""
    text = BytesIO()
    write_po(text, catalog, width=WIDTH)
    if not path.exists() or path.read_bytes() != text.getvalue():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(text.getvalue())
        part.replace(path)


def language_files(folder: Path = FOLDER) -> dict[str, Path]:
    """Return every language's .po file, by language tag."""
    found = sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    return {path.parent.parent.name: path for path in found}
