"""Send asks for what is still needed, and then sends."""

from flows.outcome import Move
from tests.stories.telling import new_walk

TO_METHOD = ("go", "no", "yes", "adult", "go", "yes", "contact")


def test_what_was_seen_but_not_answered_is_asked_again_by_send() -> None:
    """Gone to the review from the question how to be reached: Send asks it, and sends."""
    walk = new_walk()
    for option in TO_METHOD:
        walk.tap(option)
    walk.take(Move("command", "send"))
    walk.tap("yes")
    assert walk.here.step == "method"
    walk.take(Move("command", "review"))
    walk.tap("send_it")
    assert walk.here.step == "method"
    walk.tap("i_will_contact")
    walk.tap("send_it")
    assert len(walk.sent) == 1
