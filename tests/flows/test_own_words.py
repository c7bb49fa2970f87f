"""The card for her own words says how many of them have arrived, whenever it is shown."""

from flows.outcome import Move
from tests.properties.test_any_person import at_own_words
from tests.stories.telling import new_walk

LINE = "Kept so far: 2."


def test_every_showing_says_how_many_are_kept() -> None:
    """After a crash, a late press or a card laid over it, the line stands there still, once."""
    walk = at_own_words()
    for piece in ("one", "another"):
        turn = walk.take(Move("words", piece))
    assert turn.card.text.count(LINE) == 1
    late = Move("tap", "skip", "own_words", 0)
    for moves in ([Move("show")], [late], [Move("command", "help"), Move("command", "back")]):
        for move in moves:
            turn = walk.take(move)
        assert turn.card.text.count(LINE) == 1


def test_control_characters_are_not_kept() -> None:
    """What no keyboard types takes no room in an envelope; line breaks stay."""
    walk = new_walk()
    for option in ("go", "no", "yes", "adult", "go", "yes", "contact"):
        walk.tap(option)
    turn = walk.take(Move("words", "Some\x00where\x1b\x9f\nfar away"))
    assert turn.draft.waiting == "Somewhere\nfar away"
