"""Compile the catalogs: .po, which people edit, into .mo, which programs read.

Run as `python -m locales.compiling` by the Makefile and by the build of a wheel. Needs Babel.
What the programs must know about a language without Babel goes into the .mo's header: its own
name, its direction, and how many texts still lack words.
"""

import sys
from pathlib import Path
from string import Formatter

from babel import Locale
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError

from locales.files import FOLDER, CatalogFile, language_files, read


class CatalogFaults(Exception):  # noqa: N818 - named like the faults of a flow
    """Every fault of the catalogs, one a line, each with its file and line."""


def compile_all(folder: Path = FOLDER) -> list[Path]:
    """Compile every catalog under `folder`; raises CatalogFaults, having written none."""
    faults: list[str] = []
    ready: list[tuple[Path, CatalogFile]] = []
    for language, path in language_files(folder).items():
        name = path.relative_to(folder)
        try:
            catalog = read(path, language)
        except PoFileError as error:
            faults.append(f"{name}: {error}")
            continue
        faults += [f"{name}: {fault}" for fault in _faults(catalog)]
        catalog.own_headers |= _facts(catalog, language, folder / "candour.pot")
        ready.append((path.with_suffix(".mo"), catalog))
    if faults:
        raise CatalogFaults("\n".join(faults))
    for path, catalog in ready:
        with path.open("wb") as file:
            write_mo(file, catalog)
    return [path for path, _ in ready]


def untranslated(catalog: CatalogFile, template: Path) -> int:
    """Count the template's texts that have no words, or only guessed ones, in `catalog`."""
    wanted = read(template, None) if template.exists() else catalog
    return sum(
        not ((found := catalog.get(m.id, m.context)) and all(forms(found)) and not found.fuzzy)
        for m in wanted
        if m.id
    )


def forms(message: Message) -> tuple[str, ...]:
    """Return the words of a message: one, or one for each plural form of the language."""
    words = message.string or ""
    return (words,) if isinstance(words, str) else tuple(words)


def _facts(catalog: CatalogFile, language: str, template: Path) -> dict[str, str]:
    locale = Locale.parse(language.replace("-", "_"))
    name = locale.get_display_name(str(locale)) or language
    return {
        "X-Language-Name": name[:1].upper() + name[1:],
        "X-Right-To-Left": "yes" if locale.text_direction == "rtl" else "no",
        "X-Untranslated": str(untranslated(catalog, template)),
    }


def _faults(catalog: CatalogFile) -> list[str]:
    """Find words whose {inserts} are not those of the English: they would fail when said."""
    found = []
    for message in catalog:
        english = message.id if isinstance(message.id, str) else message.id[0]
        wanted = _inserts(english)
        found += [
            f"line {message.lineno}: has {_named(got)} where the English has {_named(wanted)}; "
            "keep the words in braces as they are"
            for form in forms(message)
            if english and form and (got := _inserts(form)) != wanted
        ]
    return found


def _inserts(text: str) -> frozenset[str]:
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset({"an unpaired brace"})


def _named(inserts: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(inserts)) or "nothing in braces"


if __name__ == "__main__":
    try:
        compile_all()
    except CatalogFaults as error:
        sys.exit(str(error))
