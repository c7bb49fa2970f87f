"""`python -m flows words`: bring the catalogs up to date with the texts.

Writes the template of all texts, merges it into each language's catalog and compiles those.
Nobody's translation is lost: one whose English has changed stays below, marked `#~`. Nothing is
guessed: a changed text has no words until a person gives it some.
"""

from datetime import UTC, datetime
from pathlib import Path

import typer

from flows.commands.extracting import Text, texts_of_code, texts_of_content
from flows.loading import CONTENT, FlowFaults
from locales.compiling import CatalogFaults, compile_all, untranslated
from locales.files import FOLDER, CatalogFile, language_files, new, read, write

ROOT = CONTENT.parent.parent
CODE = ("flows", "intake", "bot", "sandbox")
# Rewritten only with the texts themselves, so that a run that changes nothing writes nothing.
EPOCH = datetime(2026, 11, 22, tzinfo=UTC)


def words() -> None:
    """Bring the catalogs in locales/ up to date with the texts, and compile them."""
    try:
        texts = all_texts()
        template = template_of(texts)
        write(FOLDER / "candour.pot", template)
        typer.echo(f"locales/candour.pot: {len(template)} texts")
        for language, path in language_files().items():
            catalog = updated(path, language, template)
            write(path, catalog)
            left = untranslated(catalog, FOLDER / "candour.pot")
            state = catalog.own_headers.get("X-State", "no state given")
            typer.echo(
                f"locales/{language}: {len(template) - left} have words, {left} not; {state}"
            )
        compile_all()
    except (FlowFaults, CatalogFaults) as faults:
        typer.echo(str(faults), err=True)
        raise typer.Exit(1) from None


def all_texts() -> list[Text]:
    """Return every text that a reporter can read, in content and code."""
    code = [ROOT / name for name in CODE]
    return [*texts_of_content(CONTENT, ROOT), *texts_of_code(code, ROOT)]


def template_of(texts: list[Text]) -> CatalogFile:
    """Return the template of `texts`, in their order."""
    made = new(None)
    made.creation_date = EPOCH
    for text in texts:
        name = (text.text, text.other) if text.other else text.text
        made.add(name, context=text.context, locations=[(text.file, text.line)])
    return made


def updated(path: Path, language: str, template: CatalogFile) -> CatalogFile:
    """Return the catalog at `path` with the texts of `template`, keeping every translation."""
    catalog = read(path, language)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.creation_date = template.creation_date
    return catalog
