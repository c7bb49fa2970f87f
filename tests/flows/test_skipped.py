"""Questions that the team may ask again: which can come, in what order, behind which notice."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from flows.draft import Answer, Draft
from flows.lint.lists import Lists, Notice
from flows.lint.notices import notices
from flows.loading import CONTENT, FlowFaults, read_flow
from flows.skipped import askable, begun, may_return, offered
from tests.stories.telling import shipped

FLOW = shipped().flow
SKIP, YES, NO = Answer("skipped"), Answer("answered", ("yes",)), Answer("answered", ("no",))
ADULT = {"age": Answer("answered", ("adult",)), "linked": Answer("answered", ("none",))}


def sent(**answers: Answer) -> Draft:
    """Return a report in which these were answered."""
    return Draft(FLOW.version, stage="held", step="review", answers={**ADULT, **answers})


def walked(*asked: str, **answers: Answer) -> list[str]:
    """Return the cards from the question about a case to the review; the rest is skipped."""
    here = begun(Draft(FLOW.version, stage="held", step="linked", marks={"adding": "yes"}), asked)
    answers = {**ADULT, "agree": YES, **answers}
    cards = []
    for _ in range(30):
        answer = answers.get(here.step, SKIP)
        notice = FLOW.steps[here.step].kind == "notice"
        kept = {} if notice else {here.step: answer}
        here = replace(here, answers={**here.answers, **kept})
        chosen = "go" if notice else "".join(answer.values[:1])
        here = shipped().go("go", here, chosen)
        cards.append(here.step)
        if here.step == "review":
            break
    return cards


def test_only_what_she_skipped_may_come_back() -> None:
    """Not what she answered or was never asked; how to reach her never, and never her age."""
    draft = sent(solicitor=SKIP, letter=SKIP, role=NO, value_phone=SKIP, about_age=SKIP)
    assert may_return(FLOW, draft) == ("letter", "solicitor")


@pytest.mark.parametrize(
    "known",
    [
        {"age": Answer("answered", ("under_18",))},
        {"other_minor_now": YES},
        {"age": SKIP, "relation": SKIP, "was_minor": YES, "ongoing": YES},
    ],
    ids=["under 18", "about a child", "may be a child"],
)
@pytest.mark.holds("T39")
def test_no_more_is_asked_where_a_child_may_be(known: dict[str, Answer]) -> None:
    """Someone young, or who asks about a child, is never asked again."""
    assert may_return(FLOW, sent(solicitor=SKIP, **known)) == ()


def test_what_a_case_rules_out_does_not_come_back() -> None:
    """While a case is live her own words and the name are not asked for; a tap is."""
    case = Answer("answered", ("both",))
    draft = sent(own_words=SKIP, officer=SKIP, hopes=SKIP, role=SKIP, linked=case)
    assert may_return(FLOW, draft) == ("role",)


def test_the_offer_is_what_both_name_in_today_s_flow() -> None:
    """Ticked and skipped, under today's name; what the flow has no more is left out."""
    assert offered(FLOW, ("duty", "gone", "role"), ("role", "gone", "phone", "letter")) == ("role",)
    renamed = replace(FLOW.steps["role"], was=("post_held",))
    flow = replace(FLOW, steps={**FLOW.steps, "role": renamed})
    assert offered(flow, ("post_held",), ("post_held",)) == ("role",)
    assert "post_held" in askable(flow)


@pytest.mark.holds("T16")
def test_each_comes_in_the_flow_s_order_behind_its_notice() -> None:
    """Whatever the order of the ticks; a pause is offered after what happened, Send ends it."""
    cards = walked("duty", "solicitor", "conduct", "officer", "needs")
    first = ["solicitor", "before_account", "conduct", "duty", "breather"]
    assert cards == [*first, "agree", "officer", "needs", "review"]


@pytest.mark.parametrize(
    ("asked", "answers", "cards"),
    [
        ("tell", {"tell": ("words",)}, ["before_account", "tell", "own_words", "breather"]),
        ("tell", {"tell": ("list",)}, ["before_account", "tell", "conduct", "breather"]),
        ("tell", {}, ["before_account", "tell", "breather"]),
        ("own_words", {}, ["before_account", "own_words", "breather"]),
        ("when_first", {"when_first": ("last_10_days",)}, ["when_first", "sarc"]),
        ("ongoing", {"ongoing": ("yes",)}, ["ongoing", "sarc"]),
        ("letter", {"letter": ("letter",)}, ["letter", "outcome_letter_date"]),
        ("in_contact", {"in_contact": ("close",)}, ["in_contact", "device_close"]),
        ("relation", {"relation": ("self",)}, ["relation"]),
    ],
)
def test_an_answer_brings_up_what_belongs_to_it(
    asked: str, answers: dict[str, tuple[str, ...]], cards: list[str]
) -> None:
    """What the answer itself asks for comes with it, and nothing else of the flow."""
    given = {name: Answer("answered", values) for name, values in answers.items()}
    assert walked(asked, **given) == [*cards, "agree", "review"]


def test_the_cards_of_one_question_come_once_and_in_turn() -> None:
    """The services for lately come after the answer that brings them up, before the next."""
    lately = Answer("answered", ("last_10_days",))
    cards = walked("when_first", "ongoing", "was_minor", when_first=lately, ongoing=YES)
    assert cards == ["when_first", "sarc", "ongoing", "was_minor", "agree", "review"]


def test_where_a_case_leaves_nothing_to_ask_she_may_still_add() -> None:
    """A case that began since then takes the words away: it is said, and topics are offered."""
    case = Answer("answered", ("both",))
    assert walked("own_words", linked=case)[:2] == ["only_taps", "topics"]


PLANTED = (
    ("{to: police_work}", "{to: police_werk}", 'no step "police_werk"'),
    ("{to: solicitor}", "{to: sarc}", '"sarc" is no question that could be skipped'),
    ("{for: [was_minor], if", "{for: [was_miner], if", '"was_miner" is no question of this list'),
    ("{acts: {is:", "{akts: {is:", 'no step "akts"'),
    ("last: true}", "lost: true}", '"lost"'),
)


@pytest.mark.parametrize(("before", "after", "said"), PLANTED)
def test_faults_of_the_list_are_found(tmp_path: Path, before: str, after: str, said: str) -> None:
    """Each fault of the list in flow.yaml is named with its line."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    path = content / "flow.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    line = text[: text.index(before)].count("\n") + 1
    with pytest.raises(FlowFaults) as found:
        read_flow(content)
    assert any(f"flow.yaml:{line}:" in str(f) and said in str(f) for f in found.value.faults)


@pytest.mark.holds("T16")
def test_a_question_listed_without_its_notice_is_found() -> None:
    """Where a sensitive question could come back around its notice, the lint says so."""
    lists = Lists(notices=(Notice("before_account", block="account"),))
    assert list(notices(FLOW, lists)) == []
    bare = tuple(one for one in FLOW.skipped if one.to != "before_account")
    found = {finding.step for finding in notices(replace(FLOW, skipped=bare), lists)}
    assert found == {"tell", "own_words", "conduct", "role", "duty"}
