import base64
import contextlib
import hashlib
import hmac
import json
import logging
import socket
import threading
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from intake.alerts import posting
from intake.alerts.channel import Wait
from intake.alerts.notice import Alert
from intake.alerts.webhook import Webhook, content, signatures
from intake.boundary import TryLater, WillNeverWork
from tests.contracts.alert_ends import receiver
from tests.contracts.alert_settings import SECRET, make_certificate, new_id, webhook_settings
from tests.intake.test_alerts import every_alert

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/alert-v1.schema.json").read_text(encoding="utf-8")
)
ALERT = Alert(new_id(), "digest", (0, 2, 2))


def faults(told: object) -> list[str]:
    return [error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(told)]


def test_the_published_schema_takes_every_alert() -> None:
    """The schema is itself valid, and whatever can be told follows it."""
    Draft202012Validator.check_schema(SCHEMA)
    assert [alert for alert in every_alert() if faults(content(alert))] == []


@pytest.mark.parametrize(
    "change",
    [
        {"report_id": "0" * 32},
        {"name": "A. Person"},
        {"words": "Candour: a report has arrived. Priority 2. She said"},
        {"priority": 7},
        {"type": "message"},
        {"version": 2},
        {"counts": {"2": 1}},
    ],
)
def test_the_published_schema_refuses_more(change: dict[str, object]) -> None:
    """A key, a word, a priority or a kind that is not of the contract is found."""
    assert faults(content(Alert(new_id(), "arrived", (2,)))) == []
    assert faults({**content(Alert(new_id(), "arrived", (2,))), **change})


def test_a_receiver_can_check_who_sent_it(tmp_path: Path) -> None:
    """The signature is an HMAC-SHA256 over id, time and body, with the secret's bytes."""
    with receiver() as here:
        Webhook(webhook_settings(here.url, tmp_path), lambda: 1_790_000_000.9).send(ALERT)
    (posted,) = here.posted
    assert posted.path == "/alerts"
    assert posted.headers["webhook-id"] == ALERT.id
    assert posted.headers["webhook-timestamp"] == "1790000000"
    assert posted.headers["content-type"] == "application/json"
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    signed = f"{ALERT.id}.1790000000.".encode() + posted.body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert posted.headers["webhook-signature"] == f"v1,{expected}"
    told = json.loads(posted.body)
    assert told == {
        "version": 1,
        "type": "digest",
        "words": ALERT.words,
        "counts": {"0": 1, "2": 2},
    }


def test_the_specifications_own_example() -> None:
    """What Standard Webhooks 1.0.0 gives as a signature is what we make of the same values."""
    secret = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    made = signatures(
        [secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", b'{"test": 2432232314}'
    )
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_each_try_has_its_own_time_and_the_same_id(tmp_path: Path) -> None:
    """A receiver refuses what is old and drops what it has had."""
    times = iter([100.0, 130.0])
    with receiver() as here:
        channel = Webhook(webhook_settings(here.url, tmp_path), lambda: next(times))
        channel.send(ALERT)
        channel.send(ALERT)
    first, again = here.posted
    assert first.headers["webhook-id"] == again.headers["webhook-id"]
    assert first.headers["webhook-signature"] != again.headers["webhook-signature"]


def test_two_secrets_give_two_signatures(tmp_path: Path) -> None:
    """While a receiver changes over, the old secret and the new one both check."""
    with receiver() as here:
        settings = webhook_settings(here.url, tmp_path)
        (tmp_path / "secret").write_text(f"{SECRET}\n{base64.b64encode(b'n' * 32).decode()}\n")
        Webhook(settings).send(ALERT)
    assert len(here.posted[0].headers["webhook-signature"].split()) == 2


@pytest.mark.parametrize("secret", ["", "short", "whsec_" + "cw==", "päss", "{}"])
def test_a_secret_that_is_none_signs_nothing(tmp_path: Path, secret: str) -> None:
    """Nothing is sent with a secret that could be guessed, nor is the secret repeated."""
    with receiver() as here:
        settings = webhook_settings(here.url, tmp_path)
        (tmp_path / "secret").write_text(secret, encoding="utf-8")
        with pytest.raises(WillNeverWork, match=r"^secret_file holds"):
            Webhook(settings).send(ALERT)
    assert here.posted == []


@pytest.mark.parametrize(
    ("status", "headers", "kind"),
    [
        (200, {}, None),
        (302, {"Location": "http://127.0.0.1:1/"}, WillNeverWork),
        (400, {}, WillNeverWork),
        (401, {}, WillNeverWork),
        (404, {}, WillNeverWork),
        (408, {}, TryLater),
        (429, {}, TryLater),
        (429, {"Retry-After": "90"}, Wait),
        (500, {}, TryLater),
        (503, {"Retry-After": "Sun, 22 Nov 2026 10:00:00 GMT"}, TryLater),
    ],
)
def test_answers_are_sorted(
    tmp_path: Path, status: int, headers: dict[str, str], kind: type[Exception] | None
) -> None:
    """2xx is taken; what may pass is for later; a redirect is not followed."""
    with receiver() as here:
        here.answers.append((status, headers))
        channel = Webhook(webhook_settings(here.url, tmp_path))
        if kind is None:
            channel.send(ALERT)
        else:
            with pytest.raises(kind) as caught:
                channel.send(ALERT)
            assert type(caught.value) is kind
            assert str(caught.value) == f"the server answered {status}"
        assert len(here.posted) == 1


def test_a_server_that_dribbles_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte now and then keeps nobody else from being told: the request ends and is for later."""
    monkeypatch.setattr(posting, "LONGEST", 0.3)
    stop = threading.Event()

    def dribble(listener: socket.socket) -> None:
        wire, _ = listener.accept()
        with wire, contextlib.suppress(OSError):
            wire.sendall(b"HTTP/1.1 ")
            while not stop.wait(0.05):
                wire.sendall(b"x")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=dribble, args=(listener,))
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        try:
            with pytest.raises(TryLater):
                Webhook(webhook_settings(url, tmp_path)).send(ALERT)
            assert not stop.is_set()
        finally:
            stop.set()
            thread.join()


def test_https_trusts_only_whom_it_should(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Over TLS a receiver needs a certificate that is trusted; nothing is logged on the way."""
    certificate = make_certificate(tmp_path / "server.pem")
    with receiver(certificate) as here, caplog.at_level(logging.DEBUG):
        with pytest.raises(WillNeverWork, match="SSLCertVerificationError"):
            Webhook(webhook_settings(here.url, tmp_path)).send(ALERT)
        assert here.posted == []
        Webhook(webhook_settings(here.url, tmp_path, ca_file=certificate)).send(ALERT)
    assert len(here.posted) == 1
    assert caplog.records == []
