"""What staff do with a report: on the version they saw, sealed, and by the store's rules."""

import base64
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select

from console.office import Office
from intake import age
from intake.messages import open_message, seal_message
from intake.store import SqlIntake
from intake.tables import messages, notes
from tests.console.casedesk import OURS, TODAY, CaseDesk, case_desk, text


@pytest_asyncio.fixture
async def desk(office: Office) -> CaseDesk:
    made = await case_desk(office)
    await made.clear()
    await made.ben.post(f"/reports/{OURS}/envelope", {"for": "reading"})
    return made


async def test_status_word_person_and_labels_change(desk: CaseDesk) -> None:
    """Each is changed on the version seen, and stands on the chain with who did it."""
    for path, body in (
        ("status", {"status": "contacting"}),
        ("word", {"word": "tried"}),
        ("assign", {"to": desk.ben.staff_id}),
        ("labels", {"add": ["call-first", "safeguarding"], "remove": []}),
        ("labels", {"add": [], "remove": ["safeguarding"]}),
    ):
        answer = await desk.act(desk.ben, path, **body)
        assert answer.status_code == 200, answer.text
    case = await desk.case()
    standing = case["standing"]
    assert (standing["status"], standing["word"]) == ("contacting", "tried")
    assert standing["assignee_name"] == "Ben"
    assert case["labels"] == ["call-first"]
    assert desk.links()[-1].who == desk.ben.staff_id


async def test_the_second_person_hears_what_the_first_did(desk: CaseDesk) -> None:
    """Acting on an older version changes nothing and tells who changed what meanwhile."""
    seen = (await desk.case())["standing"]["version"]
    await desk.act(desk.ada, "labels", add=["call-first"])
    answer = await desk.act(desk.ben, "status", status="contacting", seen=seen)
    assert answer.status_code == 409
    assert "Ada" in answer.json()["fault"]
    (change,) = answer.json()["changes"]
    assert (change["act"], change["detail"]["added"]) == ("labelled", ["call-first"])
    assert (await desk.case())["standing"]["status"] == "opened"
    held = await desk.act(desk.ada, "hold", sealed=desk.sealed(), seen=seen)
    assert held.status_code == 409
    assert (await desk.case())["notes"] == []


async def test_only_sealed_words_are_kept(desk: CaseDesk) -> None:
    """A note, a task's words and a translation are kept sealed; plain words are refused."""
    for path, body in (
        ("notes", {}),
        ("tasks", {"kind": "call", "due": "2026-12-01", "to": desk.ben.staff_id}),
        (
            "translations",
            {"step": "own_words", "language": "en", "made_by": "machine"},
        ),
    ):
        plain = await desk.act(desk.ben, path, sealed=text(b"She said." * 200), **body)
        assert plain.status_code == 409
        kept = await desk.act(desk.ben, path, sealed=desk.sealed("She said."), **body)
        assert kept.status_code == 200, kept.text
    case = await desk.case()
    opened = base64.b64decode(case["notes"][0]["sealed"])
    assert age.open_with([desk.keys["ada"]], opened).startswith(b"She said.")
    assert case["translations"][0]["made_by"] == "machine"
    done = await desk.act(desk.ben, "tasks/done", task=case["tasks"][0]["id"])
    assert done.status_code == 200
    assert (await desk.case())["tasks"][0]["done_by"] == "Ben"
    with desk.office.engine.begin() as connection:
        assert b"She said" not in connection.scalars(select(notes.c.sealed)).one()


async def test_a_message_reaches_the_bot_and_not_the_server(desk: CaseDesk) -> None:
    """What is left for a chat opens with the bot's key; the chain says that, not which, it was."""
    bot, address = age.new_identity(), bytes(range(32))
    sealed = seal_message("Can we talk?", (), bot.public_key)
    sent = {"address": text(address), "sealed": text(sealed)}
    answer = await desk.act(desk.ben, "message", **sent)
    assert answer.json()["waiting"] == [TODAY.isoformat()]
    (left,) = SqlIntake(desk.office.engine, b"secret", lambda: TODAY).collect(address, frozenset())
    assert open_message(left.sealed, bot).text == "Can we talk?"
    link = desk.links()[-1]
    assert link.act == "message_posted"
    assert left.id not in str(link)
    plain = await desk.act(desk.ben, "message", address=text(address), sealed=text(b"Hello"))
    assert plain.status_code == 409
    waiting = await desk.act(desk.ben, "waiting", address=text(address))
    assert len(waiting.json()["waiting"]) == 1


async def test_no_message_before_the_check(office: Office) -> None:
    """Whoever may not read a report cannot write to its reporter."""
    desk = await case_desk(office)
    sealed = seal_message("Can we talk?", (), age.new_identity().public_key)
    sent = {"address": text(bytes(32)), "sealed": text(sealed)}
    assert (await desk.act(desk.ben, "message", **sent)).status_code == 409
    with office.engine.begin() as connection:
        assert connection.execute(select(messages)).all() == []


async def test_a_referral_takes_the_persons_consent(desk: CaseDesk) -> None:
    """Without consent nothing changes, and the status alone cannot be set round it."""
    sealed = desk.sealed("To another firm.")
    refused = await desk.act(desk.ben, "refer", consent=False, sealed=sealed)
    assert refused.json()["code"] == "consent"
    round_it = await desk.act(desk.ben, "status", status="referred")
    assert round_it.json()["code"] == "referral"
    done = await desk.act(desk.ben, "refer", consent=True, sealed=sealed)
    assert done.status_code == 200, done.text
    case = await desk.case()
    assert case["standing"]["status"] == "referred"
    assert case["notes"][0]["kind"] == "referral"
    assert [one["act"] for one in case["copies"]] == ["referred"]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("status", {"status": "gone"}),
        ("word", {"word": "refused"}),
        ("status", {"status": "closed", "seen": "many"}),
        ("notes", {"sealed": "no base64!"}),
        ("tasks", {"kind": "call", "due": "soon"}),
        ("export", {"kind": "pdf"}),
        ("envelope", {"for": "fun"}),
        ("labels", {"seen": "1" * 40}),
    ],
)
async def test_what_no_page_sends_is_refused(
    desk: CaseDesk, path: str, body: dict[str, Any]
) -> None:
    """A request that none of our pages makes changes nothing and is no fault of ours."""
    before = (await desk.case())["standing"]
    assert (await desk.act(desk.ben, path, **body)).status_code == 400
    assert (await desk.case())["standing"] == before
