"""What every intake store promises of messages to a chat: memory, SQLite, PostgreSQL."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from intake import Intake, age
from intake.commands.setting_up import MIGRATIONS
from intake.mailbox import MOST_AT_ONCE
from intake.memory import MemoryIntake
from intake.messages import (
    KEPT_DAYS,
    LARGEST_SEALED,
    PADDED,
    BadMessage,
    Written,
    open_message,
    seal_message,
)
from intake.migrate import upgrade
from intake.register import Register
from intake.store import SqlIntake

SECRET = b"s" * 32
HERE, ELSEWHERE = b"h" * 32, b"e" * 32
NONE: frozenset[str] = frozenset()
BOT = age.new_identity()


@dataclass
class Sides:
    """The bot's side and the staff's side of one store."""

    intake: Intake
    post: Callable[[bytes, bytes], str]


def note(text: str) -> bytes:
    return seal_message(text, (), BOT.public_key)


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def sides(
    request: pytest.FixtureRequest,
    new_address: Callable[[str], str],
    open_engine: Callable[..., Engine],
) -> Sides:
    if request.param == "memory":
        memory = MemoryIntake(SECRET)
        return Sides(memory, memory.post)
    engine = open_engine(new_address(request.param))
    upgrade(engine, MIGRATIONS)
    return Sides(SqlIntake(engine, SECRET), Register(engine).post)


def texts(sides: Sides, address: bytes, got: frozenset[str] = NONE) -> list[str]:
    return [open_message(m.sealed, BOT).text for m in sides.intake.collect(address, got)]


def test_messages_come_in_order_until_they_are_had(sides: Sides) -> None:
    """Collected again and again the same, oldest first; only what was had is gone."""
    first = sides.post(HERE, note("first"))
    sides.post(HERE, note("second"))
    assert texts(sides, HERE) == texts(sides, HERE) == ["first", "second"]
    assert texts(sides, HERE, frozenset({first})) == ["second"]
    assert texts(sides, HERE, frozenset({first})) == ["second"]


def test_an_address_gets_its_own_messages_alone(sides: Sides) -> None:
    """Another address finds nothing, and its "had" deletes nothing of this one's."""
    posted = sides.post(HERE, note("hers"))
    assert texts(sides, ELSEWHERE, frozenset({posted, "f" * 32})) == []
    assert texts(sides, HERE) == ["hers"]


def test_a_few_at_a_time(sides: Sides) -> None:
    """However many wait, one call returns a few, and the next ones follow."""
    for number in range(MOST_AT_ONCE + 1):
        sides.post(HERE, note(str(number)))
    found = sides.intake.collect(HERE, NONE)
    assert len(found) == MOST_AT_ONCE
    assert texts(sides, HERE, frozenset(m.id for m in found)) == [str(MOST_AT_ONCE)]


@pytest.mark.parametrize(
    ("address", "sealed"),
    [(b"short", note("x")), (HERE, b"plain words"), (HERE, b"age-encryption.org/v1\n")],
)
def test_what_is_no_sealed_message_is_refused(sides: Sides, address: bytes, sealed: bytes) -> None:
    """An address of another length, and words that are not sealed, are refused and not kept."""
    with pytest.raises(BadMessage):
        sides.post(address, sealed)
    assert sides.intake.collect(HERE, NONE) == ()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_store_keeps_neither_address_nor_words(
    kind: str, new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """A row holds a hash, a sealed blob and a day; what nobody collects goes in the end."""
    engine = open_engine(new_address(kind))
    upgrade(engine, MIGRATIONS)
    day = date(2026, 11, 22)
    Register(engine, today=lambda: day).post(HERE, note("words"))
    with engine.connect() as connection:
        (row,) = connection.execute(sa.text("SELECT * FROM messages")).all()
    assert HERE not in [bytes(v) for v in row if isinstance(v, bytes | memoryview)]
    assert not any(b"words" in bytes(v) for v in row if isinstance(v, bytes | memoryview))
    later = Register(engine, today=lambda: day + timedelta(days=KEPT_DAYS + 1))
    assert later.waiting(HERE) == (day,)
    later.post(ELSEWHERE, note("later"))
    assert later.waiting(HERE) == ()


def test_a_message_is_padded_and_plain() -> None:
    """Length tells nothing but age's own random header; control signs are put right."""
    for text in ("x", "y" * 1500, "\N{GRINNING FACE}" * 1500):
        assert PADDED < len(note(text)) <= LARGEST_SEALED
    sealed = seal_message("one\r\ntwo\x07\n", ("letter",), BOT.public_key)
    assert open_message(sealed, BOT) == Written("one\ntwo", ("letter",))
    assert "one" not in repr(open_message(sealed, BOT))


@pytest.mark.parametrize("text", ["", " \n ", "x" * 1501])
def test_an_empty_or_long_text_is_refused(text: str) -> None:
    """Nothing is cut: a text that is too long, or none, is refused whole."""
    with pytest.raises(BadMessage):
        note(text)


def test_only_the_bot_s_own_key_opens_it() -> None:
    """Another key, a cut message and a bare text all fail the same quiet way."""
    other = age.new_identity()
    for sealed, identity in ((note("x"), other), (note("x")[:-1], BOT), (b"words", BOT)):
        with pytest.raises(BadMessage) as caught:
            open_message(sealed, identity)
        assert "words" not in str(caught.value)
