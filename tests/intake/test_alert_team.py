from pathlib import Path

import pytest

from intake.alerts import addressees, file_faults
from intake.alerts.shapes import Alerts
from intake.example import EXAMPLE_TEAM
from tests.contracts.alert_settings import SECRET, STAFF
from tests.intake.test_team import faults, read

EMAIL = """
[alerts.email]
sender = "candour@x.test"
host = "mail.x.test"
port = 587
user = "candour"
password_file = "/run/secrets/mail-password"
"""
CHAT = """
[alerts.telegram]
token_file = "/run/secrets/staff-bot-token"
"""
PEOPLE = f"""
[[alerts.people]]
name = "Anna"
email = "anna@x.test"

[[alerts.people]]
name = "Ben"
telegram = {STAFF}
when = "digest"
digest_at = "17:30"
"""


def alerts(tmp_path: Path, text: str) -> Alerts:
    return read(tmp_path, EXAMPLE_TEAM.read_text(encoding="utf-8") + text).alerts


def test_people_and_channels_are_told_as_they_chose(tmp_path: Path) -> None:
    """A person has an e-mail address or a chat; each line says when, or it is at once."""
    shared = EMAIL + 'to = ["team@x.test"]\nwhen = "digest"\n' + CHAT + "chat = -100123\n"
    text = '[alerts]\ndigest_at = "08:15"\n' + shared + PEOPLE
    told = addressees(alerts(tmp_path, text))
    assert [(one.place, one.via, one.digest_at) for one in told] == [
        ("alerts.email", "email", "08:15"),
        ("alerts.telegram", "telegram", None),
        ("alerts.people.0", "email", None),
        ("alerts.people.1", "telegram", "17:30"),
    ]
    assert len({one.key for one in told}) == 4


def test_a_file_of_before_means_what_it_meant(tmp_path: Path) -> None:
    """Without any new key, e-mail and command are told of each arrival at once."""
    text = EMAIL + 'to = ["a@x.test", "b@x.test"]\n[alerts.command]\nrun = ["/bin/tell"]\n'
    told = addressees(alerts(tmp_path, text))
    assert [(one.place, one.digest_at) for one in told] == [
        ("alerts.email", None),
        ("alerts.command", None),
    ]


def test_the_example_shows_what_works(tmp_path: Path) -> None:
    """Every line on alerts in the example file reads once its # is taken away."""
    text = EXAMPLE_TEAM.read_text(encoding="utf-8")
    start, end = text.index("# [alerts]"), text.index("# The release gate.")
    lines = text[start:end].splitlines()
    keys = [line[2:] for line in lines if line.startswith(("# [", "# ")) and _is_toml(line[2:])]
    found = alerts(tmp_path, "\n" + "\n".join(keys))
    assert found.email
    assert found.command
    assert found.webhook
    assert found.telegram
    assert len(found.people) >= 2
    assert {one.digest_at is None for one in addressees(found)} == {True, False}


def _is_toml(line: str) -> bool:
    return line.startswith("[") or " = " in line.split("#", maxsplit=1)[0]


def test_who_is_told_names_nobody(tmp_path: Path) -> None:
    """What the outbox remembers people by, and what a log would show, holds no name or address."""
    told = addressees(alerts(tmp_path, EMAIL + CHAT + PEOPLE))
    shown = repr(told)
    assert [word for word in ("Anna", "anna@", "Ben", str(STAFF)) if word in shown] == []


def test_somebody_keeps_her_alerts_when_the_list_changes(tmp_path: Path) -> None:
    """A person is remembered by her name, not by her place in the file."""
    anna, ben = PEOPLE.split("\n\n")
    both = addressees(alerts(tmp_path, EMAIL + CHAT + PEOPLE))
    turned = addressees(alerts(tmp_path, EMAIL + CHAT + f"\n{ben}\n\n{anna}\n"))
    assert [one.key for one in both] == [one.key for one in reversed(turned)]


HOOK = '[alerts.webhook]\nsecret_file = "/s"\nurl = '
FAULTS = {
    "no way": ('[[alerts.people]]\nname = "A"\n', "alerts.people.0", "one of the two"),
    "two ways": (
        EMAIL + CHAT + '[[alerts.people]]\nname = "A"\nemail = "a@x.test"\ntelegram = 1\n',
        "alerts.people.0",
        "one of the two",
    ),
    "no server": (
        '[[alerts.people]]\nname = "A"\nemail = "a@x.test"\n',
        "alerts.people.0.email",
        "add that table",
    ),
    "no bot": (
        '[[alerts.people]]\nname = "A"\ntelegram = 1\n',
        "alerts.people.0.telegram",
        "add that table",
    ),
    "twice": (
        EMAIL + '[[alerts.people]]\nname = "A"\nemail = "a@x.test"\n' * 2,
        "alerts.people.1.name",
        "one name, once",
    ),
    "nobody by mail": (EMAIL, "alerts.email.to", "names nobody"),
    "no chat": (CHAT, "alerts.telegram.chat", "is missing"),
    "no digest": (
        CHAT + 'chat = 1\ndigest_at = "09:00"\n',
        "alerts.telegram.digest_at",
        'when = "digest"',
    ),
    "no time": ('[alerts]\ndigest_at = "9:00"\n', "alerts.digest_at", 'like "09:00"'),
    "no quotes": ("[alerts]\ndigest_at = 09:00:00\n", "alerts.digest_at", 'like "09:00"'),
    "no when": (CHAT + 'chat = 1\nwhen = "daily"\n', "alerts.telegram.when", "digest"),
    "no address": (
        EMAIL + '[[alerts.people]]\nname = "A"\nemail = "Anna <a@x.test>"\n',
        "alerts.people.0.email",
        "anna@example.org",
    ),
    "http": (HOOK + '"http://x.test/a"\n', "alerts.webhook.url", "https://"),
    "password": (HOOK + '"https://a:b@x.test/"\n', "alerts.webhook.url", "take it out"),
    "no url": (HOOK + '"x.test/alerts"\n', "alerts.webhook.url", "like https://"),
    "line end": (HOOK + '"https://x.test/\\r\\nHost: y"\n', "alerts.webhook.url", "like https://"),
    "open chat": (
        CHAT + 'chat = 1\napi_url = "http://x.test"\n',
        "alerts.telegram.api_url",
        "https://",
    ),
    "misspelt": (CHAT + "chat = 1\ntoken_fiel = 1\n", "alerts.telegram.token_fiel", "token_file"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_names_its_key_and_its_remedy(tmp_path: Path, fault: str) -> None:
    """Each way to get the alerts wrong is found at the key where it lies."""
    text, key, remedy = FAULTS[fault]
    found = faults(tmp_path, EXAMPLE_TEAM.read_text(encoding="utf-8") + text)
    assert remedy in found[key]


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    """Faults within tables and between them are told together, beside others of the file."""
    text = EXAMPLE_TEAM.read_text(encoding="utf-8").replace("reply_days = 3", "reply_dayz = 3")
    text += '[alerts]\ndigest_at = "9"\n' + EMAIL + HOOK + '"http://x.test/"\n'
    text += '[[alerts.people]]\nname = "A"\ntelegram = 1\n'
    wrong = {"reply_dayz", "reply_days", "alerts.digest_at", "alerts.webhook.url"}
    wrong |= {"alerts.email.to", "alerts.people.0.telegram"}
    assert set(faults(tmp_path, text)) == wrong


def test_this_very_machine_may_be_reached_in_the_open(tmp_path: Path) -> None:
    """A receiver or a Bot API server on loopback needs no certificate."""
    text = HOOK + '"http://127.0.0.1:8000/alerts"\n' + CHAT
    text += 'chat = 1\napi_url = "http://localhost:8081"\n'
    assert len(addressees(alerts(tmp_path, text))) == 2


def test_every_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    """Passwords, secrets and tokens are looked at together; what stands in them is not told."""
    (tmp_path / "secret").write_text("hush")
    (tmp_path / "good").write_text(SECRET)
    for name in ("secret", "good"):
        (tmp_path / name).chmod(0o600)
    text = EMAIL.replace("/run/secrets/mail-password", str(tmp_path / "none")) + 'to = ["a@b"]\n'
    text += HOOK.replace("/s", str(tmp_path / "secret")) + '"https://x.test/"\n'
    text += CHAT.replace("/run/secrets/staff-bot-token", str(tmp_path / "secret")) + "chat = 1\n"
    password, secret, token = file_faults(alerts(tmp_path, text))
    assert password.startswith("alerts.email.password_file: ")
    assert "check the path, its owner and its mode" in password
    assert secret.startswith("alerts.webhook.secret_file: ")
    assert token.startswith("alerts.telegram.token_file: ")
    assert "hush" not in secret + token
    good = text.replace(str(tmp_path / "secret"), str(tmp_path / "good"))
    assert len(list(file_faults(alerts(tmp_path, good)))) == 2
    (tmp_path / "good").chmod(0o640)
    open_ones = [one for one in file_faults(alerts(tmp_path, good)) if "others on this" in one]
    assert [one.partition(":")[0] for one in open_ones] == [
        "alerts.webhook.secret_file",
        "alerts.telegram.token_file",
    ]
    assert all(f"chmod 600 {tmp_path / 'good'}" in one for one in open_ones)
