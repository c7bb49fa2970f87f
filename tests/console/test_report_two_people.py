"""What takes two people or a fresh passkey: officer details, deletion, copies, sealing anew."""

import base64

import pytest
import pytest_asyncio

from console.office import Office
from intake import age
from intake.retention.terms import Term
from tests.console.casedesk import OURS, CaseDesk, case_desk, text
from tests.console.staffing import Clock

LATER = 6 * 60


@pytest_asyncio.fixture
async def desk(office: Office) -> CaseDesk:
    made = await case_desk(office)
    await made.clear()
    return made


@pytest.mark.holds("T52")
async def test_officer_details_take_two_people(desk: CaseDesk) -> None:
    """One asks, another agrees; neither alone, and nobody who did not ask, gets the details."""
    wanted = {"for": "officer"}
    assert (await desk.ada.post(f"/reports/{OURS}/envelope", wanted)).status_code == 409
    asked = await desk.act(desk.ada, "ask", kind="officer", reason="tracing")
    approval = asked.json()["id"]
    alone = await desk.act(desk.ada, "answer", approval=approval, granted=True)
    assert alone.json()["code"] == "two_people"
    caseworker = await desk.act(desk.ben, "answer", approval=approval, granted=True)
    assert caseworker.json()["code"] == "role"
    agreed = await desk.act(desk.sue, "answer", approval=approval, granted=True)
    assert agreed.status_code == 200
    assert (await desk.case())["me"]["agreed"] == ["officer"]
    assert (await desk.ada.post(f"/reports/{OURS}/envelope", wanted)).status_code == 200
    assert desk.acts()[-1] == "officer_viewed"
    assert (await desk.ben.post(f"/reports/{OURS}/envelope", wanted)).status_code == 409


async def test_deletion_takes_two_people_and_no_hold(desk: CaseDesk) -> None:
    """Alone, or while it is held, a report stays; agreed and released it is gone for everybody."""
    assert (await desk.act(desk.ada, "delete")).json()["code"] == "approval"
    asked = await desk.act(desk.ben, "ask", kind="delete", reason="withdrawn")
    await desk.act(desk.ada, "answer", approval=asked.json()["id"], granted=True)
    assert (await desk.act(desk.ben, "delete")).status_code == 403
    await desk.act(desk.ada, "hold", sealed=desk.sealed())
    assert (await desk.act(desk.ada, "delete")).json()["code"] == "held"
    await desk.act(desk.ada, "release")
    await desk.act(desk.ada, "export", kind="json")
    gone = await desk.act(desk.ada, "delete")
    assert [one["act"] for one in gone.json()["copies"]] == ["exported"]
    assert (await desk.ben.get(f"/reports/{OURS}")).status_code == 404
    assert "deleted" in desk.acts()


@pytest.mark.parametrize("path", ["export", "reseal", "delete"])
async def test_some_acts_ask_for_the_passkey_again(desk: CaseDesk, clock: Clock, path: str) -> None:
    """Minutes after signing in, a copy, a new seal and a deletion want a fresh touch."""
    body = {"kind": "json", "part": "report", "key": "x", "sealed": desk.sealed()}
    clock.at += LATER
    answer = await desk.act(desk.ada, path, **body)
    assert answer.status_code == 403
    assert answer.headers["Candour-Step-Up"] == "required"
    await desk.ada.step_up()
    assert "Candour-Step-Up" not in (await desk.act(desk.ada, path, **body)).headers


async def test_a_yes_to_deleting_asks_for_the_passkey_again(desk: CaseDesk, clock: Clock) -> None:
    """Whoever finds an open browser can refuse a deletion in her name, and not agree to one."""
    asked = await desk.act(desk.ben, "ask", kind="delete", reason="withdrawn")
    clock.at += LATER
    yes = {"approval": asked.json()["id"], "granted": True}
    answer = await desk.act(desk.ada, "answer", **yes)
    assert answer.headers["Candour-Step-Up"] == "required"
    await desk.ada.step_up()
    assert (await desk.act(desk.ada, "answer", **yes)).status_code == 200


async def test_a_copy_is_recorded_with_name_and_hour(desk: CaseDesk) -> None:
    """The mark on a copy names who made it and the hour; a print is told apart."""
    made = await desk.act(desk.ben, "export", kind="html")
    assert "by Ben." in made.json()["watermark"]
    assert "UTC" in made.json()["watermark"]
    await desk.act(desk.ben, "export", kind="print")
    assert desk.acts()[-2:] == ["exported", "printed"]
    assert [one["by"] for one in (await desk.case())["copies"]] == ["Ben", "Ben"]


async def test_a_colleague_reads_what_is_sealed_to_her(desk: CaseDesk) -> None:
    """Sealed anew in a browser, the report opens for the colleague, and for her key alone."""
    given = await desk.ada.post(f"/reports/{OURS}/envelope", {"for": "reading"})
    plain = age.open_with([desk.keys["ada"]], base64.b64decode(given.json()["envelope"]))
    kit = desk.keys["kit"]
    assert (await desk.kit.get(f"/reports/{OURS}")).status_code == 404
    body = {"part": "report", "key": kit.public_key}
    body["sealed"] = text(age.seal_to([kit.public_key], plain))
    assert (await desk.act(desk.ben, "reseal", **body)).status_code == 403
    assert (await desk.act(desk.ada, "reseal", **body)).status_code == 200
    hers = (await desk.kit.post(f"/reports/{OURS}/envelope", {"for": "reading"})).json()
    assert age.open_with([kit], base64.b64decode(hers["envelope"])) == plain
    assert hers["resealed_by"] == desk.ada.staff_id
    assert kit.public_key in (await desk.case())["seal_to"]


async def test_a_wish_to_keep_longer_is_noted(desk: CaseDesk) -> None:
    """The browser that opened the consents tells the clock, once."""
    before = (await desk.case())["keeping"]["ends"]
    assert (await desk.act(desk.ben, "keep-longer", wished=True)).json() == {"news": True}
    assert (await desk.act(desk.ben, "keep-longer", wished=True)).json() == {"news": False}
    keeping = (await desk.case())["keeping"]
    assert keeping["keep_longer"]
    assert keeping["ends"] > before
    assert keeping["term"] == str(Term(months=36))
