import base64
import tomllib

import pytest

from console.account.operator_lines import operator_lines
from console.office import Office
from console.signin.webauthn import NotVerified, read_claim
from intake import age
from intake.audit.reading import newest_links
from intake.staff import identities, passkeys
from intake.staff.people import Person
from tests.console.authenticator import Authenticator
from tests.console.staffing import Staff, signed_in

KEY = age.new_identity()
FILE = age.lock_with_passphrase(KEY.as_line().encode(), "kept in a test").decode()


def name_of(passkey: Authenticator) -> str:
    """Return its id as a form has it."""
    return base64.urlsafe_b64encode(passkey.credential_id).rstrip(b"=").decode()


def body(**changed: str) -> dict[str, str]:
    """Return what a browser sends of a key it has made."""
    made = {"purpose": "reader", "public_key": KEY.public_key, "by_passphrase": FILE}
    return made | changed


async def test_a_second_passkey_signs_in_too(office: Office) -> None:
    """One more passkey is added by whoever has just used one, and is hers."""
    ada = await signed_in(office)
    first, ada.passkey = ada.passkey, Authenticator()
    assert (await ada.ceremony("/account/passkeys")).status_code == 200
    for passkey in (first, ada.passkey):
        assert (await Staff(office, passkey=passkey).sign_in()).json()["person"] == ada.staff_id


async def test_a_passkey_is_removed_but_never_the_last(office: Office) -> None:
    """A lost passkey ends, with every sign-in elsewhere; the last one stays."""
    ada = await signed_in(office)
    lost = Staff(office, passkey=ada.passkey)
    await lost.sign_in()
    refused = await ada.submit("/account/passkeys/remove", passkey=name_of(ada.passkey))
    assert refused.status_code == 409
    ada.passkey = Authenticator()
    await ada.ceremony("/account/passkeys")
    gone = await ada.submit("/account/passkeys/remove", passkey=name_of(lost.passkey))
    assert gone.status_code == 303
    assert (await lost.get("/account", script=True)).status_code == 401
    assert (await lost.sign_in()).status_code == 403
    assert (await ada.sign_in()).status_code == 200


@pytest.mark.parametrize("passkey", ["", "x", "!!", "ÿ", "a" * 5000])
async def test_nobody_elses_passkey_is_removed(office: Office, passkey: str) -> None:
    """An id that is not one of her own is not there."""
    ada, ben = await signed_in(office), await signed_in(office, "Ben")
    for name in (passkey, name_of(ben.passkey)):
        answer = await ada.submit("/account/passkeys/remove", passkey=name)
        assert answer.status_code == 404
    assert (await ben.sign_in()).status_code == 200


async def test_other_sign_ins_are_ended(office: Office) -> None:
    """She sees where she is signed in, and ends all but this."""
    ada = await signed_in(office)
    other = Staff(office, passkey=ada.passkey)
    await other.sign_in()
    assert (await ada.get("/account")).text.count("<li>Since ") == 2
    assert (await ada.submit("/account/sessions/end")).status_code == 303
    assert (await other.get("/account", script=True)).status_code == 401
    assert (await ada.get("/account")).text.count("<li>Since ") == 1


async def test_a_wrapped_key_is_kept_and_given_back(office: Office) -> None:
    """The server keeps the wrapped key for its owner alone, and says so on the chain."""
    ada, ben = await signed_in(office), await signed_in(office, "Ben")
    assert (await ada.post("/account/identity", body())).status_code == 200
    given = (await ada.get("/account/identities", script=True)).json()
    assert given["identities"] == [body(by_passkey=None)]  # type: ignore[arg-type]  # none yet
    assert given["passkeys"] == [name_of(ada.passkey)]
    assert (await ben.get("/account/identities", script=True)).json()["identities"] == []
    with office.engine.begin() as connection:
        newest = newest_links(connection, 1)[0]
    assert (newest.act, newest.details["key"]) == ("identity_made", KEY.public_key)
    page = (await ada.get("/account/keys")).text
    assert "not yet" in page
    assert f"key = &#34;{KEY.public_key}&#34;" in page


async def test_the_key_in_the_team_file_is_told(office: Office) -> None:
    """The page says whether the operator's file names the key already, and where."""
    ada = await signed_in(office)
    key = office.team.queues["default"][0].key
    await ada.post("/account/identity", body(public_key=key))
    page = (await ada.get("/account/keys")).text
    assert "not yet" not in page
    assert "The team file names all of these keys already." in page


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"public_key": "age1pq1" + "q" * 1950}, "post-quantum"),
        ({"public_key": "age1" + "q" * 58}, "not an age public key"),
        ({"public_key": KEY.as_line()}, "private key"),
        ({"public_key": ""}, "not an age public key"),
        ({"by_passphrase": KEY.as_line()}, "not an age file"),
        ({"by_passphrase": ""}, "not an age file"),
        ({"by_passphrase": FILE + KEY.as_line()}, "not an age file"),
        ({"by_passphrase": FILE + "x" * 9000}, "larger"),
        ({"by_passkey": "age-secret"}, "not an age file"),
    ],
)
async def test_what_is_no_wrapped_key_is_refused(
    office: Office, changed: dict[str, str], words: str
) -> None:
    """A wrong key, a plain private one, or anything else is refused by name, and not repeated."""
    ada = await signed_in(office)
    answer = await ada.post("/account/identity", body(**changed))
    assert answer.status_code == 422
    assert words in answer.json()["remedy"]
    assert "SECRET-KEY-1" not in answer.text.upper()
    with office.engine.begin() as connection:
        assert identities.of_person(connection, ada.staff_id) == ()


async def test_nobody_takes_a_colleagues_key(office: Office) -> None:
    """One public key is one person's, for one purpose."""
    ada, ben = await signed_in(office), await signed_in(office, "Ben")
    assert (await ada.post("/account/identity", body())).status_code == 200
    assert (await ben.post("/account/identity", body())).status_code == 422
    assert (await ada.post("/account/identity", body(purpose="conflict"))).status_code == 422
    assert (await ada.post("/account/identity", body(purpose="other"))).status_code == 400
    again = await ada.post("/account/identity", body(by_passkey=FILE))
    assert again.status_code == 200


@pytest.mark.parametrize("role", ["administrator", "auditor"])
async def test_who_reads_no_report_has_no_key(office: Office, role: str) -> None:
    """Who lets people in, or checks what was done, holds nothing that opens a report."""
    ada = await signed_in(office, "Ada", role)  # type: ignore[arg-type]  # a role's name
    assert "My keys" not in (await ada.get("/account")).text
    for path in ("/account/keys", "/account/identities", "/account/half"):
        assert (await ada.get(path)).status_code == 403
    assert (await ada.post("/account/identity", body())).status_code == 403


async def test_each_session_has_its_own_half(office: Office) -> None:
    """What guards an unlocked key between two pages ends with the session."""
    ada = await signed_in(office)
    first = (await ada.get("/account/half", script=True)).json()["half"]
    assert len(base64.urlsafe_b64decode(first + "=")) == 32
    await ada.sign_in()
    assert (await ada.get("/account/half", script=True)).json()["half"] != first


@pytest.mark.parametrize("name", ["Ada", 'A "quoted" \\ name', "Łucja Żak", "王小明", "[x]\tb"])
def test_the_operators_lines_are_toml(name: str) -> None:
    """Whatever a person is called, the lines can be pasted and say exactly her name and key."""
    person = Person("0123" * 8, name, "caseworker")
    lines = operator_lines(person, {"reader": KEY.public_key, "conflict": KEY.public_key})
    tables = tomllib.loads(lines.toml)["recipients"]
    assert [one["key"] for one in tables.values()] == [KEY.public_key] * 2
    assert next(iter(tables.values()))["name"] == name
    assert all(short in place for short, place in zip(tables, lines.places, strict=True))
    assert operator_lines(person, {}).toml == ""


def test_a_wrapped_key_is_in_no_log() -> None:
    """Neither keys nor answers of a passkey are shown by their objects."""
    kept = identities.Wrapped("reader", KEY.public_key, FILE.encode(), FILE.encode())
    passkey = passkeys.Passkey(b"i", "ada", b"k" * 9, 0, 0)
    assert "AGE" not in repr(kept)
    assert "kkk" not in repr(passkey)
    with pytest.raises(NotVerified):
        read_claim("{}")
