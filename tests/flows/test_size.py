"""Nothing outgrows its room: proved on the longest possible report, and on ones that do."""

from dataclasses import replace

from flows.commands.sizes import ENVELOPE, buttons_too_long, cards_too_long, longest_summary
from flows.model import Option
from locales import Catalog
from tests.stories.telling import shipped

ENGLISH = Catalog("en")


def test_the_longest_summary_fits() -> None:
    """The longest possible summary stays within the larger envelope."""
    assert longest_summary(shipped().flow, ENGLISH) <= ENVELOPE


def test_a_limit_too_high_is_found() -> None:
    """A text limit that would let a summary outgrow the envelope is found out."""
    flow = shipped().flow
    wide = {"own_words": replace(flow.steps["own_words"], limit=9000)}
    assert longest_summary(replace(flow, steps={**flow.steps, **wide}), ENGLISH) > ENVELOPE


def test_button_data_fits() -> None:
    """Every button's data fits 64 bytes in its longest form; a name too long is found out."""
    flow = shipped().flow
    languages = {"en": ENGLISH, "cy": ENGLISH, "pt-BR": ENGLISH}
    assert list(buttons_too_long(flow, languages)) == []
    long = Option("a_name_of_thirty_four_characters_x", "A label")
    steps = {**flow.steps, "readers": replace(flow.steps["readers"], options=(long,))}
    assert list(buttons_too_long(replace(flow, steps=steps), languages))


def test_cards_fit_a_message() -> None:
    """Every card fits one message with everything answered; a limit too high is found out."""
    flow, languages = shipped().flow, {"en": ENGLISH}
    assert list(cards_too_long(flow, languages)) == []
    wide = {"own_words": replace(flow.steps["own_words"], limit=4000)}
    found = list(cards_too_long(replace(flow, steps={**flow.steps, **wide}), languages))
    assert any('step "review"' in sentence for sentence in found)
