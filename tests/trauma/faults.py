"""The faults that test_planted plants: for each item a way to break it, and the test that holds it.

A fault is one changed sentence or line of the content, or one changed function. The test must
hold its item: test_planted looks that up too.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.courier import Courier
from flows import buttons, controls, dating, turn
from flows.draft import Answer, Draft
from flows.model import Flow
from flows.moves import Moves
from flows.outcome import Outcome
from flows.setting import Setting
from tests.trauma.planting import Fault, Ground

TRAUMA, SERVICE = "tests/trauma/test_", "tests/service/test_"
ONGOING = "say: Is it still happening?"
Plant = Callable[[Ground], None]


def words(before: str, after: str, name: str = "questions/*.yaml") -> Plant:
    """Return a fault in the words."""
    return lambda ground: ground.words(before, after, name)


def linted(item: str, after: str, before: str = ONGOING) -> Fault:
    """Return a sentence that the lint must find."""
    return Fault(
        item, f"{TRAUMA}linted.py::test_the_lint_finds_nothing[{item}]", words(before, after)
    )


def control(name: str, does: Callable[[Draft], Outcome]) -> Plant:
    """Return a control that does something else."""

    def made(moves: Moves, here: Draft, setting: Setting) -> Outcome:
        del moves, setting
        return does(here)

    return lambda ground: ground.patch.setitem(controls.CONTROL, name, made)


def no_controls(ground: Ground) -> None:
    """Draw cards without Help."""
    shown = buttons.buttons
    ground.patch.setattr(
        "flows.lint.ways_out.buttons",
        lambda *given: [b for b in shown(*given) if b.option != "help"],
    )


def reminding(ground: Ground) -> None:
    """Let the courier write to her of its own accord."""

    async def remind(self: Courier) -> None:
        await self.telegram.send(7_000_000_001, "Would you like to go on?", ())

    ground.patch.setattr(Courier, "_end", remind)


def always_exact(ground: Ground) -> None:
    """Keep a date that was said to be about right as if it were exact."""
    kept = dating.so_far_answered

    def exact(flow: Flow, here: Draft, setting: Setting, *, about: bool = False) -> Answer | None:
        return kept(flow, here, setting, about=about and False)

    ground.patch.setattr(dating, "so_far_answered", exact)


FAULTS = (
    Fault(
        "T01",
        f"{TRAUMA}before.py::test_the_arrival_says_what_this_is",
        words("This is an automated chat, not a person.", "This is a chat."),
    ),
    Fault("T02", f"{TRAUMA}linted.py::test_the_lint_finds_nothing[T02]", no_controls),
    Fault(
        "T03",
        f"{TRAUMA}before.py::test_the_phone_comes_before_anything_is_kept[yes-Devices]",
        words("Leave clears this chat as far as I can.", "It can be cleared."),
    ),
    Fault(
        "T04",
        f"{SERVICE}nothing_stored.py::test_a_person_who_says_no_leaves_no_trace",
        words('safe: {is: "no"}', "safe: {is: not_sure}"),
    ),
    Fault(
        "T05",
        f"{TRAUMA}before.py::test_age_comes_before_anything_about_what_happened",
        words("- {to: age}", "- {to: readers}"),
    ),
    Fault(
        "T06",
        f"{TRAUMA}before.py::test_nothing_is_sent_without_the_second_yes",
        control("post", lambda here: Outcome(here, "send", sent=here)),
    ),
    Fault(
        "T07",
        f"{TRAUMA}before.py::test_a_no_ends_kindly_with_support",
        words('options: [{id: support, label: "Show me support", move: help}]', "options: []"),
    ),
    Fault(
        "T08",
        f"{TRAUMA}before.py::test_no_name_or_number_before_she_agrees",
        words("next: body", "next: [{if: {police_work: {is: now}}, to: officer}, {to: body}]"),
    ),
    Fault(
        "T09",
        f"{TRAUMA}control.py::test_one_tap_skips_any_question",
        control("skip", lambda here: Outcome(replace(here, aside="delete"))),
    ),
    Fault(
        "T10",
        f"{TRAUMA}control.py::test_whoever_skips_everything_can_send",
        control("post", Outcome),
    ),
    Fault(
        "T11",
        f"{TRAUMA}control.py::test_pause_change_and_delete_are_never_far",
        words('- {id: pause, label: "Take a break", move: pause, when: {stage: {is: held}}}', ""),
    ),
    Fault(
        "T12",
        f"{SERVICE}control.py::test_leave_shows_the_screen_of_a_stranger[Leave]",
        control("leave", Outcome),
    ),
    Fault("T13", f"{SERVICE}clock.py::test_nobody_is_written_to_unasked", reminding),
    Fault(
        "T14",
        f"{SERVICE}control.py::test_start_offers_to_carry_on_without_showing_an_answer[start]",
        words(
            "Your answers are kept. Would you like to carry on?",
            "Would you like to carry on?\n\n      {lines}",
        ),
    ),
    Fault(
        "T15",
        f"{SERVICE}clock.py::test_an_unsent_draft_ends",
        lambda ground: ground.patch.setattr("bot.courier.end", lambda _desk: None),
    ),
    Fault(
        "T16",
        f"{TRAUMA}pacing.py::test_a_notice_stands_before_the_account",
        words("next: before_account", "next: tell"),
    ),
    linted("T17", "say: One thing. And another. Is it still happening?"),
    Fault(
        "T18",
        f"{TRAUMA}pacing.py::test_questions_say_which_part_they_are",
        words("Part {part} of {parts}", "Next of {parts}", "texts.yaml"),
    ),
    Fault(
        "T19",
        f"{TRAUMA}pacing.py::test_the_account_comes_after_what_is_easy",
        words('label: "Answer some questions first"', 'label: "Go on", to: before_account'),
    ),
    Fault(
        "T20",
        f"{TRAUMA}pacing.py::test_a_break_is_offered_after_the_account",
        words("next: breather", "next: agree"),
    ),
    linted("T22", "say: Thank you! Is it still happening?"),
    linted("T23", "say: What were they wearing then?"),
    linted("T24", "say: Is it clear why it goes on?"),
    linted("T26", "say: Is it surely over now?"),
    linted("T27", "say: Is it here/there?"),
    Fault(
        "T28",
        "tests/flows/test_dates.py::test_taps_lead_to_a_date[path2-y0-2026-True-Around 2026]",
        always_exact,
    ),
    Fault(
        "T29",
        f"{TRAUMA}pacing.py::test_not_knowing_is_an_answer",
        words(
            '"For part of it"} - {id: "no", label: "No"} '
            '- {id: not_sure, label: "Not sure", state: dont_know}',
            '"For part of it"}\n      - {id: "no", label: "No"}',
        ),
    ),
    linted("T30", "say: Is he still there?"),
    linted("T31", "say: Is the alleged thing still going on?"),
    linted("T32", "say: You are safe. Is it still happening?"),
    Fault(
        "T33",
        f"{TRAUMA}honesty.py::test_no_client_and_no_time_stopped[sent]",
        words("This does not make you a client, and stops no time limit.", "Thank you."),
    ),
    Fault(
        "T34",
        f"{TRAUMA}honesty.py::test_nothing_shown_depends_on_the_day",
        words(ONGOING, 'say: "Is it still so in {y0}?"'),
    ),
    Fault(
        "T35",
        f"{TRAUMA}honesty.py::test_what_is_not_confidential_is_told_before_anything_is_kept",
        words("A court can order a lawyer to hand things over.", ""),
    ),
    Fault(
        "T36",
        f"{TRAUMA}honesty.py::test_police_complaints_are_apart_and_her_choice",
        words("A police complaint is separate, and your choice.", ""),
    ),
    Fault(
        "T37",
        "tests/flows/test_crisis_card.py::test_on_every_card_and_nothing_kept_outside_her_account",
        lambda ground: ground.patch.setattr(turn, "crisis_in", lambda *_: None),
    ),
    linted("T38", "say: Help is on its way. Is it still so?"),
    Fault(
        "T39",
        f"{TRAUMA}children.py::test_under_18_nothing_about_what_happened_is_asked",
        words('{if: {child: {is: "yes"}}, to: review}', '{if: {child: {is: "yes"}}, to: hopes}'),
    ),
    Fault(
        "T40",
        f"{TRAUMA}children.py::test_a_child_is_marked_and_comes_first[other_minor_now-yes]",
        words('- {other_minor_now: {is: "yes"}}', "", "routing.yaml"),
    ),
    Fault(
        "T41",
        f"{TRAUMA}children.py::test_a_phone_that_others_can_open_is_guarded[not_sure]",
        words('{phone: {in: ["yes", not_sure, work]}}', '{phone: {in: ["yes"]}}'),
    ),
    Fault(
        "T43",
        f"{TRAUMA}record.py::test_the_review_shows_all_and_sends_when_told",
        words('- {id: change, label: "Change something", move: change}', ""),
    ),
    Fault(
        "T44",
        f"{TRAUMA}record.py::test_after_sending_nothing_of_it_is_shown_again",
        words("It lets you add, check or withdraw.", ""),
    ),
    Fault(
        "T45",
        f"{TRAUMA}record.py::test_officer_details_are_never_echoed",
        words("hidden: true", "hidden: false", "questions/reach.yaml"),
    ),
    Fault(
        "T46",
        f"{SERVICE}bad_input.py::test_what_cannot_be_kept_is_removed[document"
        "-I have removed that from this chat]",
        lambda ground: ground.patch.setitem(turn.REFUSED, "file", "noted"),
    ),
    Fault(
        "T47",
        "tests/intake/test_logs.py::test_exceptions_are_told_by_type_and_place",
        lambda ground: ground.patch.setattr("intake.logs.tell_exception", repr),
    ),
    Fault(
        "T48",
        f"{TRAUMA}record.py::test_the_first_card_begins_blandly",
        words("This is an automated chat, not a person.", "Here you can report the police."),
    ),
    Fault(
        "T49",
        f"{SERVICE}after_sending.py::test_a_withdrawn_report_is_marked_for_staff",
        control("withdraw_now", lambda here: Outcome(replace(here, aside="withdrawn"))),
    ),
    Fault(
        "T50",
        "tests/flows/test_moves.py::test_typed_equivalents",
        lambda ground: ground.patch.setattr(turn, "button_named", lambda *_: ""),
    ),
    Fault(
        "T51",
        f"{SERVICE}faults.py::test_every_update_delivered_three_times_counts_once",
        lambda ground: ground.patch.setattr(
            "bot.stores.sql_seen.SeenUpdates.first_sight", lambda *_: True
        ),
    ),
    Fault(
        "T52",
        "tests/intake/test_page.py::test_the_notice_stands_before_the_account_alone",
        lambda ground: ground.patch.setattr("intake.parts.CONTENT_NOTICE", ""),
    ),
)
"""Faults that must be noticed."""

HARMLESS = (
    Fault(
        "T20",
        f"{TRAUMA}pacing.py::test_a_break_is_offered_after_the_account",
        words(ONGOING, "say: Is it going on now?"),
    ),
    Fault(
        "T18",
        f"{TRAUMA}pacing.py::test_questions_say_which_part_they_are",
        words("words that stand nowhere", ""),
    ),
)
"""A fault that its test cannot notice, and one that cannot be planted: both must be told."""
