import httpx
import pytest

from sandbox import Sandbox, serve
from sandbox.controls import SECRET_HEADER
from sandbox.serving import FAKE_TOKEN


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:{port}", 200),
        ("localhost:{port}", 200),
        ("[::1]:{port}", 200),
        ("localhost", 200),
        ("candour.example:{port}", 403),
        ("127.0.0.1.example", 403),
        ("", 403),
    ],
)
async def test_host(box: Sandbox, host: str, status: int) -> None:
    """Only a Host of this machine is answered, so a name pointed here gets nothing."""
    port = box.url.rpartition(":")[2]
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"{box.url}/", headers={"Host": host.format(port=port)})
    assert answer.status_code == status


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_foreign_pages(box: Sandbox, headers: dict[str, str]) -> None:
    """A page from elsewhere can neither type on a phone, nor call the Bot API, nor control."""
    async with httpx.AsyncClient(headers=headers) as client:
        for path in ("/phone/1/say", f"/bot{box.token}/getMe", "/_sandbox/faults"):
            assert (await client.post(f"{box.url}{path}", json={})).status_code == 403
        assert (await client.get(f"{box.url}/phone/1/screen")).status_code == 403
    assert await box.phone().screen() == ()


async def test_own_page(box: Sandbox) -> None:
    """The phone page itself may type."""
    async with httpx.AsyncClient(headers={"Origin": box.url}) as client:
        answer = await client.post(f"{box.url}/phone/1/say", json={"text": "hello"})
    assert answer.status_code == 200
    assert [shown.text for shown in await box.phone().screen()] == ["hello"]


async def test_headers(box: Sandbox) -> None:
    """Every answer carries the strict policy and is never kept by the browser."""
    async with httpx.AsyncClient() as client:
        for path in ("/", "/page/phone.js", "/nothing"):
            headers = (await client.get(f"{box.url}{path}")).headers
            policy = headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'none'; script-src 'self';")
            assert "require-trusted-types-for 'script'" in policy
            assert headers["Cache-Control"] == "no-store"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["X-Content-Type-Options"] == "nosniff"


async def test_page_files(box: Sandbox) -> None:
    """Only the page's own files can be fetched."""
    async with httpx.AsyncClient() as client:
        for name, status in (("phone.css", 200), ("..%2Fserving.py", 404), ("none.js", 404)):
            assert (await client.get(f"{box.url}/page/{name}")).status_code == status


async def test_wrong_token(box: Sandbox) -> None:
    """A wrong token is 401, for methods and for files."""
    async with httpx.AsyncClient() as client:
        for path in ("/bot1:wrong/getMe", "/file/bot1:wrong/x"):
            answer = await client.get(f"{box.url}{path}")
            assert answer.json() == {
                "ok": False,
                "error_code": 401,
                "description": "Unauthorized",
            }


async def test_token_shape() -> None:
    """A token of another shape is refused at the start."""
    with pytest.raises(ValueError, match="looks like"):
        async with serve(token="not a token"):
            pass
    assert FAKE_TOKEN.endswith("nothing-is-real")


async def test_controls_need_their_secret(box: Sandbox) -> None:
    """Control routes want the secret, and are not there without one."""
    async with httpx.AsyncClient() as client:
        assert (await client.get(f"{box.url}/_sandbox/history")).status_code == 403
        wrong = {SECRET_HEADER: "wrong"}
        answer = await client.get(f"{box.url}/_sandbox/history", headers=wrong)
        assert answer.status_code == 403
        async with serve(control_secret="") as closed:
            assert (await client.get(f"{closed.url}/_sandbox/history")).status_code == 404
