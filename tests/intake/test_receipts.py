import statistics
import time
from pathlib import Path

import pytest

from intake import TryLater
from intake.commands.setting_up import MIGRATIONS
from intake.engines import make_engine
from intake.guesses import FREE, MOST_AN_HOUR, Guesses
from intake.memory import MemoryIntake
from intake.migrate import upgrade
from intake.receipts import ReceiptKeyFault, grouped, lock, new_code, read_code, read_receipt_key
from intake.store import SqlIntake
from tests.intake.sample import triage

SECRET = b"s" * 32
CODE = "12345678901234567890"
ENVELOPE = b"age-encryption.org/v1\n".ljust(17_000, b"x")


def test_a_code_is_twenty_random_digits() -> None:
    """Codes have 20 digits, leading noughts too, and do not repeat."""
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(len(code) == 20 and code.isdecimal() for code in codes)
    assert any(code.startswith("0") for code in codes)


def test_a_shown_code_is_read_back() -> None:
    """Grouping is for the eye; what is shown can be typed."""
    assert grouped(CODE) == "123456 78901 23456 7890"
    assert read_code(grouped(CODE)) == CODE


@pytest.mark.parametrize(
    "typed",
    [
        "  123456-78901-23456-7890\n",
        "123456\N{NO-BREAK SPACE}78901\N{EN DASH}23456 7890",
        "".join(chr(0x6F0 + int(digit)) for digit in CODE),
        "".join(chr(0x9E6 + int(digit)) for digit in CODE),
        "\N{RIGHT-TO-LEFT MARK}" + CODE,
    ],
    ids=["dashes", "typeset", "Urdu", "Bengali", "right-to-left mark"],
)
def test_codes_are_read_as_people_type_them(typed: str) -> None:
    """Spaces, dashes, invisible marks and other scripts' digits are understood."""
    assert read_code(typed) == CODE


@pytest.mark.parametrize("typed", ["", CODE[1:], CODE + "1", "code " + CODE, CODE[:-1] + "²"])
def test_anything_else_is_no_code(typed: str) -> None:
    """Too few, too many, or other signs: no code."""
    assert read_code(typed) is None


def test_a_lock_needs_the_deployments_secret() -> None:
    """The same code locks the same here, and otherwise elsewhere."""
    assert lock(CODE, SECRET) == lock(CODE, SECRET)
    assert lock(CODE, SECRET).lookup == "123456"
    assert lock(CODE, SECRET).lock != lock(CODE, b"t" * 32).lock
    assert lock(CODE, SECRET).lock != lock(CODE[:-1] + "1", SECRET).lock


def test_no_row_takes_as_long_as_a_row(tmp_path: Path) -> None:
    """How long an answer takes tells nothing; the same clock does see what was not computed."""
    engine = make_engine(f"sqlite:///{tmp_path / 'x.db'}")
    upgrade(engine, MIGRATIONS)
    intake = SqlIntake(engine, SECRET)
    intake.submit(triage(), ENVELOPE, lock(CODE, SECRET))
    seconds: dict[str, list[float]] = {CODE: [], CODE[:-1] + "1": [], "9" * 20: [], "none": []}
    for _ in range(9):
        for code, taken in seconds.items():
            began = time.perf_counter()
            intake.status(code)
            taken.append(time.perf_counter() - began)
    engine.dispose()
    right, wrong, unknown, no_code = (min(taken) for taken in seconds.values())
    assert max(right, wrong, unknown) < 1.5 * statistics.median((right, wrong, unknown))
    assert no_code < right / 2


def test_guessing_slows_down_and_stops() -> None:
    """Wrong codes get slower after 20 and stop at 100 an hour; later all is as before."""
    now = 0.0
    guesses = Guesses(lambda: now)
    for count in range(MOST_AN_HOUR):
        guesses.may_try()
        guesses.was_wrong()
        if count >= FREE:
            with pytest.raises(TryLater):
                guesses.may_try()
        now += 1 + max(0, count + 1 - FREE) / 2
    with pytest.raises(TryLater):
        guesses.may_try()
    now += 3600
    guesses.may_try()


def test_a_right_code_never_counts() -> None:
    """A reporter may ask after her report as often as she likes."""
    intake = MemoryIntake(SECRET)
    intake.submit(triage(), ENVELOPE, lock(CODE, SECRET))
    for _ in range(FREE + 2):
        assert intake.status(CODE)


def test_the_receipt_secret_is_guarded(tmp_path: Path) -> None:
    """A missing, short or readable-to-others secret is refused with the remedy."""
    path = tmp_path / "receipt.key"
    with pytest.raises(ReceiptKeyFault, match="init"):
        read_receipt_key(path)
    path.write_bytes(b"short")
    with pytest.raises(ReceiptKeyFault, match="32 bytes"):
        read_receipt_key(path)
    path.write_bytes(SECRET)
    path.chmod(0o640)
    with pytest.raises(ReceiptKeyFault, match="chmod 600"):
        read_receipt_key(path)
    path.chmod(0o600)
    assert read_receipt_key(path) == SECRET
