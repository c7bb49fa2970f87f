"""How many functions of flows one button press goes through."""

import sys
from types import FrameType

from flows.commands.walking import Walk
from flows.outcome import Move
from flows.turn import take_turn
from tests.stories.telling import new_walk

MOST, DEEPEST = 9, 4
MOST_OF_A_DATE = 21  # its cards are worked out, not written down, and asked once or twice


def called(walk: Walk, option: str) -> tuple[set[str], int]:
    """Return the functions of flows that a tap calls, and how deep below `take_turn`."""
    names: set[str] = set()
    depth = deepest = 0

    def watch(frame: FrameType, event: str, _arg: object) -> None:
        nonlocal depth, deepest
        code = frame.f_code
        # Comprehensions, lambdas and dunder methods are not counted.
        if "/flows/" not in code.co_filename or code.co_name.startswith(("<", "__")):
            return
        if event == "call":
            names.add(f"{code.co_filename}:{code.co_qualname}")
            depth += 1
            deepest = max(deepest, depth)
        elif event == "return":
            depth -= 1

    here, setting = walk.here, walk.setting()
    move = Move("tap", option, here.aside or here.step, here.revision)
    sys.setprofile(watch)
    try:
        turn = take_turn(walk.moves, here, move, setting)
    finally:
        sys.setprofile(None)
    walk.here = turn.draft
    return names, deepest - 1


def test_a_press_stays_within_its_budget() -> None:
    """A press that answers a question goes through at most 9 functions, 4 deep."""
    walk = new_walk()
    for option in ("go", "no", "yes", "adult", "go", "yes", "questions"):
        walk.tap(option)
    for option in ("self", "no"):
        names, deep = called(walk, option)
        assert len(names) <= MOST, sorted(names)
        assert deep <= DEEPEST
    walk.tap("ew-metropolitan-police-service")
    for option in ("y1", "near"):
        names, deep = called(walk, option)
        assert len(names) <= MOST_OF_A_DATE, (option, sorted(names))
    for option in ("once", "no", "no", "none", "neither", "no", "account", "go", "list"):
        names, deep = called(walk, option)
        assert len(names) <= MOST, (option, sorted(names))
        assert deep <= DEEPEST
