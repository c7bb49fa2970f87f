import logging
from pathlib import Path

import pytest

from intake.alerts.channel import Wait
from intake.alerts.notice import Alert
from intake.alerts.staff_chat import StaffChat, bot_of, read_token
from intake.boundary import TryLater, WillNeverWork
from tests.contracts.alert_ends import Receiver, receiver
from tests.contracts.alert_settings import STAFF, chat_settings, new_id

TOKEN = "1000000000:SANDBOX-not-a-token-nothing-is-real"
ALERT = Alert(new_id(), "arrived", (0,))


def answering(here: Receiver, folder: Path) -> StaffChat:
    return StaffChat(chat_settings(here.url.removesuffix("/alerts"), folder), STAFF)


def test_one_plain_message_is_sent(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """`sendMessage` with the words alone: no markup, no button, and the address is not logged."""
    with receiver() as here, caplog.at_level(logging.DEBUG):
        answering(here, tmp_path).send(ALERT)
    (posted,) = here.posted
    assert posted.path == f"/bot{TOKEN}/sendMessage"
    assert posted.body.decode() == f'{{"chat_id": {STAFF}, "text": "{ALERT.words}"}}'
    assert TOKEN not in caplog.text


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, WillNeverWork), (401, WillNeverWork), (403, WillNeverWork), (409, TryLater)],
)
def test_refusals_are_sorted(tmp_path: Path, status: int, kind: type[Exception]) -> None:
    """A wrong chat, a wrong token, a bot thrown out: for good, and none of them is named."""
    with receiver() as here:
        here.answers.append((status, {}))
        with pytest.raises(kind, match=rf"^the server answered {status}$"):
            answering(here, tmp_path).send(ALERT)


def test_a_wait_asked_for_in_a_header_counts_too(tmp_path: Path) -> None:
    """A server between us and Telegram may say it the way of the web."""
    with receiver() as here:
        here.answers.append((429, {"Retry-After": "7"}))
        with pytest.raises(Wait) as caught:
            answering(here, tmp_path).send(ALERT)
    assert caught.value.seconds == 7


@pytest.mark.parametrize("token", ["", "hush", "12:short", "../getMe", TOKEN + "/x", "ä"])
def test_a_token_that_is_none_is_never_sent(tmp_path: Path, token: str) -> None:
    """Whatever else stands in the file makes no request, and is not repeated."""
    path = tmp_path / "token"
    path.write_text(token, encoding="utf-8")
    with pytest.raises(WillNeverWork, match=r"^token_file holds no bot token$"):
        read_token(path)


def test_a_token_is_read_at_each_sending(tmp_path: Path) -> None:
    """A token can be changed while the courier runs; one that is gone for a moment is for later."""
    path = tmp_path / "token"
    with pytest.raises(TryLater, match="FileNotFoundError"):
        read_token(path)
    path.write_text(f"{TOKEN}\n")
    assert read_token(path) == TOKEN
    assert bot_of(TOKEN) == "1000000000"
