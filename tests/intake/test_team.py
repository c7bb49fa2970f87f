import os
import re
from datetime import date
from pathlib import Path

import pytest

from intake import age
from intake.example import EXAMPLE_TEAM, example_keys, example_team
from intake.private_file import changed_by_others
from intake.team import GATES, Team, TeamFaults, read_team

TODAY = date(2026, 11, 22)


def real_team() -> str:
    """The example with everything replaced that must be, and every gate signed."""
    keys = [age.new_identity().public_key for _ in range(2)]
    text = example_team(*keys).replace("example = true", "example = false")
    return text.replace("EXAMPLE ", "").replace(
        '{ name = "" }', '{ name = "A. Person", dated = 2026-11-20 }'
    )


def read(tmp_path: Path, text: str, **choices: object) -> Team:
    path = tmp_path / "team.toml"
    path.write_text(text, encoding="utf-8")
    queues = choices.get("queues")
    return read_team(path, queues=queues if isinstance(queues, set) else None, today=TODAY)


def faults(tmp_path: Path, text: str, **choices: object) -> dict[str, str]:
    with pytest.raises(TeamFaults) as caught:
        read(tmp_path, text, **choices)
    assert str(tmp_path / "team.toml") in str(caught.value)
    return {fault.key: fault.sentence for fault in caught.value.faults}


def test_the_example_reads_and_keeps_the_gate_closed() -> None:
    """The shipped example is valid, and every reason why it opens to nobody is named."""
    team = read_team(EXAMPLE_TEAM, today=TODAY)
    assert team.example
    gaps = " ".join(team.gaps())
    assert all(f"gate.{gate} " in gaps for gate in GATES)
    assert "example = true" in gaps
    assert "controller still holds" in gaps


def test_a_filled_team_opens_the_gate(tmp_path: Path) -> None:
    """With names and days at every gate, and no word of the example's, nothing is missing."""
    assert read(tmp_path, real_team()).gaps() == ()


@pytest.mark.parametrize("gate", GATES)
def test_each_gate_needs_a_name_and_a_day(tmp_path: Path, gate: str) -> None:
    """One gate without its day, or without its name, keeps all closed."""
    signed = f'{gate} = {{ name = "A. Person", dated = 2026-11-20 }}'
    for unsigned in ('{ name = "A. Person" }', '{ name = " ", dated = 2026-11-20 }'):
        assert signed in real_team()
        (gap,) = read(tmp_path, real_team().replace(signed, f"{gate} = {unsigned}")).gaps()
        assert gap.startswith(f"gate.{gate} lacks")


def test_a_queue_may_have_its_own_readers(tmp_path: Path) -> None:
    """A queue's own line replaces the default readers, there alone."""
    text = real_team() + (
        f'[recipients.lead]\nname = "Lead"\nkey = "{age.new_identity().public_key}"\n'
    )
    text = text.replace("[queues]\n", '[queues]\nQ10_MINOR_NOW = ["lead", "recovery"]\n')
    team = read(tmp_path, text)
    assert team.recipients_for("Q10_MINOR_NOW").queue[0].name == "Lead"
    assert team.recipients_for("Q3_MET_CORE").queue == team.queues["default"]
    assert [one.recovery for one in team.recipients_for("Q3_MET_CORE").queue] == [False, True]
    assert len(team.recipients_for("Q3_MET_CORE").conflict) == 2


SECRET_KEY = "AGE-SECRET-KEY-1" + "Q" * 58


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (SECRET_KEY, "private key"),
        ("age1pq1" + "q" * 60, "post-quantum"),
        ("age1pasf27ampng0kheg0ugcll3u6", "it has 29 characters instead of 62"),
        (example_keys()[0].replace("pasf", "pasg"), "a letter in it is wrong"),
        ("ssh-ed25519 AAAA", "not an age public key"),
    ],
)
def test_a_wrong_key_is_refused_with_the_reason(tmp_path: Path, key: str, why: str) -> None:
    """A private, post-quantum, cut or other key is refused, and never repeated."""
    found = faults(tmp_path, EXAMPLE_TEAM.read_text().replace(example_keys()[0], key))
    assert why in found["recipients.reader.key"]
    assert key not in str(found)


CHANGES = {
    "one reader": ('default = ["reader", "recovery"]', 'default = ["recovery"]', "queues.default"),
    "no recovery": ("recovery = true", "recovery = false", "conflict.readers"),
    "twice": ('["reader", "recovery"]', '["reader", "reader"]', "queues.default"),
    "nobody": ('["reader", "recovery"]', '["raeder", "recovery"]', "queues.default"),
    "no default": ("default =", "Q3_MET_CORE =", "queues.default"),
    "same key": (example_keys()[1], example_keys()[0], "recipients.recovery.key"),
    "odd queue": ("[queues]", "[queues]\nmet = []", "queues.met"),
    "label": ('"interpreter"', '"he is a PC"', "labels.2"),
    "label twice": ('"interpreter"', '"safeguarding"', "labels"),
    "unknown key": ("reply_days = 3", "reply_dayz = 3", "reply_dayz"),
    "missing key": ("reply_days = 3", "", "reply_days"),
    "bad date": ('client = { name = "" }', 'client = { dated = "soon" }', "gate.client.dated"),
    "future": ('client = { name = "" }', "client = { dated = 2026-11-23 }", "gate.client.dated"),
    "open mail": (
        "[gate]",
        '[alerts.email]\nsender="a@b"\nto=["c@d"]\nhost="mail.d"\nport=25\nsecurity="none"\n[gate]',
        "alerts.email",
    ),
    "example's key": ("example = true", "example = false", "recipients.reader.key"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_fault_names_its_key(tmp_path: Path, change: str) -> None:
    """Each way to get the file wrong is found at the key where it lies."""
    before, after, key = CHANGES[change]
    text = EXAMPLE_TEAM.read_text(encoding="utf-8")
    assert before in text
    assert key in faults(tmp_path, text.replace(before, after))


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    """Five faults of different kinds are told together, with hints."""
    text = EXAMPLE_TEAM.read_text(encoding="utf-8")
    for change in ("unknown key", "nobody", "same key", "bad date"):
        text = text.replace(*CHANGES[change][:2])
    found = faults(tmp_path, text)
    assert {CHANGES[change][2] for change in ("unknown key", "nobody", "same key")} <= set(found)
    assert {"gate.client.dated", "reply_days"} <= set(found)
    assert "did you mean `reply_days`?" in found["reply_dayz"]


def test_a_queue_that_no_rule_knows_is_found(tmp_path: Path) -> None:
    """Given the routing rules' queues, a misspelt one is a fault: default would read it."""
    text = real_team().replace("[queues]\n", '[queues]\nQ3_MET_COR = ["reader", "recovery"]\n')
    assert read(tmp_path, text)
    found = faults(tmp_path, text, queues={"Q3_MET_CORE"})
    assert "did you mean Q3_MET_CORE?" in found["queues.Q3_MET_COR"]


def test_a_file_that_is_not_one(tmp_path: Path) -> None:
    """No file, and no TOML, are one fault each, with the remedy."""
    with pytest.raises(TeamFaults, match=r"copy intake/example_team\.toml"):
        read_team(tmp_path / "none.toml")
    assert "line 1" in faults(tmp_path, "example = = true")[""]


def test_labels_are_the_team_s_own_or_the_usual_ones(tmp_path: Path) -> None:
    """A team names its labels; words with spaces, which could tell of a person, are refused."""
    text = re.sub(r"(?s)labels = \[.*?\n\]", 'labels = ["north", "south"]', real_team())
    assert read(tmp_path, text).labels == ("north", "south")
    assert (
        "interpreter" in read(tmp_path, re.sub(r"(?s)labels = \[.*?\n\]", "", real_team())).labels
    )
    wrong = EXAMPLE_TEAM.read_text(encoding="utf-8").replace('"interpreter"', '"he is a PC"')
    assert "small letters, digits and hyphens" in faults(tmp_path, wrong)["labels.2"]


@pytest.mark.parametrize(("mode", "refused"), [(0o666, True), (0o602, True), (0o644, False)])
def test_a_file_that_others_can_change_is_refused(tmp_path: Path, mode: int, refused: bool) -> None:  # noqa: FBT001 - a column of the table above
    """Whoever may write to it decides who reads reports; who may read it decides nothing."""
    file = tmp_path / "team.toml"
    file.write_text(real_team(), encoding="utf-8")
    file.chmod(mode)
    if not refused:
        assert read_team(file, today=TODAY).reply_days
        return
    with pytest.raises(TeamFaults, match=f"run `chmod go-w {file}`"):
        read_team(file, today=TODAY)


def test_another_group_that_may_change_it_is_refused(tmp_path: Path) -> None:
    """The owner's own group, which most systems give each account, is the owner alone."""
    file = tmp_path / "team.toml"
    file.write_text(real_team(), encoding="utf-8")
    file.chmod(0o664)
    own = file.stat().st_uid == file.stat().st_gid
    assert changed_by_others(file) is not own
    if os.geteuid() == 0:
        os.chown(file, 0, 12)
        assert changed_by_others(file)
        os.chown(file, 12, 12)
        assert not changed_by_others(file)


def test_what_is_no_toml_is_shown(tmp_path: Path) -> None:
    """The line that cannot be read stands under the fault, unless it may be a private key."""
    file = tmp_path / "team.toml"
    file.write_text(real_team().replace('name = "solicitor"', "name = A. Solicitor"))
    with pytest.raises(
        TeamFaults, match=r"at line \d+, column \d+\)\.\n +name = A. Solicitor$"
    ) as found:
        read_team(file, today=TODAY)
    assert "Solicitor" not in str(found.value.faults[0])
    file.write_text(f"{real_team()}\n{SECRET_KEY}\n")
    with pytest.raises(TeamFaults, match="not TOML") as found:
        read_team(file, today=TODAY)
    assert SECRET_KEY not in str(found.value)


def test_a_question_ends_with_its_own_mark(tmp_path: Path) -> None:
    """No stray full stop follows "did you mean reader?"."""
    text = real_team().replace('["reader", "recovery"]', '["raeder", "recovery"]')
    (tmp_path / "team.toml").write_text(text)
    with pytest.raises(TeamFaults, match=r"did you mean reader\?\n"):
        read_team(tmp_path / "team.toml", today=TODAY)
