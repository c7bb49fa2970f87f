"""Logs hold no word of a reporter, no token, no account id."""

import io
import logging
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator

import pytest
import transitions

from bot.crypto import MachineKey, MachineKeyFault
from intake.logs import OURS, scrub, set_up_logs, tell_exception

TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFake-_"
CANARY = "canary-5f2c"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Set up logs at DEBUG into a buffer; put everything back at the end."""
    root = logging.getLogger()
    names = [None, "transitions", *OURS]
    before = root.handlers[:], [logging.getLogger(name).level for name in names]
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    stream = io.StringIO()
    set_up_logs("DEBUG", stream)
    yield stream
    logging.captureWarnings(capture=False)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    root.handlers[:] = before[0]
    for name, level in zip(names, before[1], strict=True):
        logging.getLogger(name).setLevel(level)


def test_our_own_loggers_follow_the_level(lines: io.StringIO) -> None:
    """Our loggers speak at LOG_LEVEL, one line a record."""
    logging.getLogger("bot.reception").debug("kept\nrevision %d", 3)
    (line,) = lines.getvalue().splitlines()
    assert line.endswith("DEBUG bot.reception kept revision 3")
    set_up_logs("WARNING", lines)
    logging.getLogger("bot.reception").info("quiet")
    assert "quiet" not in lines.getvalue()


@pytest.mark.parametrize("name", ["httpx", "telegram.ext", "sqlalchemy.engine", "asyncio"])
def test_others_say_where_and_not_what(lines: io.StringIO, name: str) -> None:
    """Another library is silent below WARNING even at its own DEBUG level, then wordless."""
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(logging.DEBUG)
    logger.info(CANARY)
    assert lines.getvalue() == ""
    logger.warning(CANARY)
    logger.setLevel(before)
    assert CANARY not in lines.getvalue()
    assert f"WARNING {name} (words withheld) at test_logs.py:" in lines.getvalue()


def test_a_named_library_may_warn(lines: io.StringIO) -> None:
    """A library on the list of those that know no reporter may use words."""
    logging.getLogger("uvicorn.error").warning("port in use")
    assert "port in use" in lines.getvalue()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (f"GET /bot{TOKEN}/getMe", "GET /bot[secret]/getMe"),
        (TOKEN.replace(":", "%3A"), "[secret]"),
        ("AGE-SECRET-KEY-1QQPQQ", "[secret]"),
        ("chat 5123456789 gone", "chat [digits] gone"),
        ("code 123456 7890-1234 567890", "code [digits]"),
        ("٠١٢٣٤٥٦", "[digits]"),
        ("took 12345 ms", "took 12345 ms"),
        ("draft 0123456789abcdef0123456789abcdef", "draft 0123456789abcdef0123456789abcdef"),
    ],
)
def test_the_last_resort(said: str, told: str) -> None:
    """Tokens, keys and long digit runs go from any line; short numbers and our ids stay."""
    assert scrub(said) == told


def test_scrubbing_reaches_arguments(lines: io.StringIO) -> None:
    """A token or account id that comes as an argument is removed as well."""
    logging.getLogger("bot").error("from %s by %d", TOKEN, 5123456789)
    assert lines.getvalue().endswith("from [secret] by [digits]\n")


@pytest.mark.holds("T47")
def test_exceptions_are_told_by_type_and_place(lines: io.StringIO) -> None:
    """A record's exception is its type and our frames: no text, no source line, no value."""

    def fail() -> None:
        try:
            int(CANARY)
        except ValueError:
            MachineKey(b"")

    try:
        fail()
    except MachineKeyFault:
        logging.getLogger("bot").exception("failed")
    told = lines.getvalue()
    assert "failed [MachineKeyFault at bot/crypto.py:" in told
    assert ", after ValueError]" in told
    assert CANARY not in told
    assert "32 bytes" not in told


def test_groups_name_what_is_within() -> None:
    """A group of exceptions names the types within it."""
    group = ExceptionGroup(CANARY, [ValueError(CANARY), KeyError(CANARY)])
    assert tell_exception(group) == "ExceptionGroup (ValueError; KeyError)"


def test_a_broken_record_does_not_show_its_words(
    lines: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record whose words do not fit names its place; logging would print the arguments."""
    set_up_logs("DEBUG", lines)  # pytest's own handler, which would raise, is gone again
    logging.getLogger("bot").error("%d", CANARY)
    assert "a record could not be written at test_logs.py:" in lines.getvalue()
    assert CANARY not in lines.getvalue() + capsys.readouterr().err


def test_warnings_are_wordless(lines: io.StringIO) -> None:
    """A Python warning comes as a line without its words."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(CANARY, stacklevel=1)
        logging.captureWarnings(capture=False)
    assert "py.warnings (words withheld)" in lines.getvalue()
    assert CANARY not in lines.getvalue()


def _fail_in_a_move() -> None:
    def fail() -> None:
        raise ValueError(CANARY)

    machine = transitions.Machine(states=["a", "b"], initial="a", finalize_event=fail)
    machine.add_transition("go", "a", "b")
    machine.trigger("go")


def test_moves_are_silent(lines: io.StringIO, caplog: pytest.LogCaptureFixture) -> None:
    """The moves library prints exception text by itself; it is silenced at its own logger."""
    logging.getLogger().addHandler(caplog.handler)
    _fail_in_a_move()
    assert caplog.text == ""
    logging.getLogger("transitions").setLevel(logging.DEBUG)
    _fail_in_a_move()
    assert CANARY in caplog.text
    assert CANARY not in lines.getvalue()


@pytest.mark.parametrize(
    "end",
    [
        "raise ValueError(words)",
        "import threading; t = threading.Thread(target={}.pop, args=[words]); t.start(); t.join(); 1/0",  # noqa: E501 - a program on one line
    ],
)
def test_an_uncaught_exception_is_wordless(end: str) -> None:
    """A program or thread that ends by an exception names its type and no word."""
    program = (
        f"from intake.logs import set_up_logs; set_up_logs('DEBUG'); words = '{CANARY}'; {end}"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Error]" in done.stderr
    assert CANARY not in done.stderr
    assert all("[" in line for line in done.stderr.splitlines())
