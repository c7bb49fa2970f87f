from pathlib import Path

import pytest

from flows.commands.extracting import texts_of_code, texts_of_content
from flows.commands.words import ROOT, all_texts, template_of, updated
from flows.loading import CONTENT, read_flow
from flows.wording import wording
from locales import Catalog, offered
from locales.compiling import CatalogFaults, compile_all
from locales.files import TEMPLATE, CatalogFile, language_files, new, read, write

STALE = "run `make words`, then commit what it changed"


def pairs(catalog: CatalogFile) -> set[tuple[str, str]]:
    """Return the texts of a catalog, each with its context."""
    texts = ((m.context or "", m.id) for m in catalog if m.id)
    return {(context, text if isinstance(text, str) else text[0]) for context, text in texts}


def test_everything_that_the_flow_says_is_extracted() -> None:
    """No text of the shipped flow is missing from the template, and each is as it is said."""
    extracted = {(t.context, t.text) for t in texts_of_content(CONTENT, ROOT)}
    assert set(wording(read_flow())) - extracted == set()


def test_a_text_is_found_on_its_own_line() -> None:
    """A translator can find where a text stands."""
    for text in texts_of_content(CONTENT, ROOT):
        lines = (ROOT / text.file).read_text(encoding="utf-8").splitlines()
        near = " ".join(line.strip() for line in lines[text.line - 1 : text.line + 2])
        assert text.text.split()[0].strip('"') in near, text


def test_texts_in_python_are_found(tmp_path: Path) -> None:
    """A text in code counts when both its context and its words are written out."""
    (tmp_path / "shown.py").write_text('words.say("closed", "Not open yet.")\nwords.say(a, b)\n')
    found = texts_of_code([tmp_path], tmp_path)
    assert [(t.context, t.text, t.file, t.line) for t in found] == [
        ("closed", "Not open yet.", "shown.py", 1)
    ]


def test_the_template_is_current() -> None:
    """Whoever changes a text runs `make words`."""
    assert pairs(read(TEMPLATE, None)) == {(t.context, t.text) for t in all_texts()}, STALE


@pytest.mark.parametrize("language", language_files())
def test_each_catalog_is_current(language: str) -> None:
    """Every language has a place for every text."""
    catalog = read(language_files()[language], language)
    assert pairs(read(TEMPLATE, None)) == pairs(catalog), STALE


def test_a_new_english_sentence_loses_no_translation(tmp_path: Path) -> None:
    """Words stay beside texts that stay; a changed text has none, and its old ones are kept."""
    path = tmp_path / "cy" / "LC_MESSAGES" / "candour.po"
    catalog = new("cy")
    catalog.add("Leave", "Gadael", context="stays")
    catalog.add("Help", "Cymorth", context="changes")
    catalog.own_headers |= {"X-Reviewed-By": "A. Jones"}
    write(path, catalog)
    template = new(None)
    template.add("Leave", context="stays")
    template.add("Help now", context="changes")
    write(path, updated(path, "cy", template))
    after = read(path, "cy")
    assert {(m.id, m.string) for m in after if m.id} == {("Leave", "Gadael"), ("Help now", "")}
    assert 'msgstr "Cymorth"' in path.read_text(encoding="utf-8")
    assert after.own_headers == {"X-State": "draft", "X-Reviewed-By": "A. Jones"}


def test_nothing_changed_writes_the_same_bytes(tmp_path: Path) -> None:
    """Two runs on the same texts leave the same file."""
    texts = all_texts()
    for name in ("first", "second"):
        write(tmp_path / name, template_of(texts))
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_words_that_would_fail_when_said_are_refused_all_at_once(tmp_path: Path) -> None:
    """Each lost or invented insert is named by file and line, and nothing is compiled."""
    for language, words in (("cy", "Helo {enw}"), ("pl", "Dzień dobry {")):
        catalog = new(language)
        catalog.add("Hello {name}", words, context="hello")
        write(tmp_path / language / "LC_MESSAGES" / "candour.po", catalog)
    with pytest.raises(CatalogFaults) as refused:
        compile_all(tmp_path)
    cy, pl = str(refused.value).splitlines()
    assert cy.startswith("cy/LC_MESSAGES/candour.po: line ")
    assert "has {enw} where the English has {name}" in cy
    assert "an unpaired brace" in pl
    assert not list(tmp_path.rglob("*.mo"))


@pytest.mark.parametrize("language", ["so", "ur"])
def test_somali_and_urdu_count_one_and_other(language: str) -> None:
    """Babel has no rule for these two; ours is written into their catalogs."""
    assert new(language).plural_forms == "nplurals=2; plural=(n != 1);"


def test_a_number_takes_the_form_of_its_language(tmp_path: Path) -> None:
    """Polish has other words for 2 and for 5, and a catalog gives all of them."""
    template, polish = new(None), new("pl")
    days = ("{n} day", "{n} days")
    template.add(days, context="texts", locations=[("texts.yaml", 1)])
    polish.add(days, ("{n} dzień", "{n} dni", "{n} dni"), context="texts")
    write(tmp_path / "candour.pot", template)
    write(tmp_path / "pl" / "LC_MESSAGES" / "candour.po", polish)
    compile_all(tmp_path)
    words = offered({"pl"}, [("texts", "{n} day")], tmp_path)["pl"]
    said = [words.count("texts", days, n) for n in (1, 2, 5, 22)]
    assert said == ["1 dzień", "2 dni", "5 dni", "22 dni"]
    assert Catalog("en").count("texts", days, 1) == "1 day"


def test_a_form_that_is_missing_counts_as_untranslated(tmp_path: Path) -> None:
    """A number with only some of its forms keeps a language from being offered."""
    template, polish = new(None), new("pl")
    days = ("{n} day", "{n} days")
    template.add(days, context="texts", locations=[("texts.yaml", 1)])
    polish.add(days, ("{n} dzień", "", "{n} dni"), context="texts")
    write(tmp_path / "candour.pot", template)
    write(tmp_path / "pl" / "LC_MESSAGES" / "candour.po", polish)
    compile_all(tmp_path)
    assert set(offered({"pl"}, (), tmp_path)) == {"en"}
