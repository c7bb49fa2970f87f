import httpx
import pytest
from starlette.responses import Response

from console import files
from console.access import Right
from console.app import make_app
from console.assets import STATIC, read_bundle, url
from console.office import Office
from console.page import Page, Visit
from tests.console.staffing import ORIGIN, Staff, signed_in

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types "
)
ALWAYS = {
    "content-security-policy": POLICY + "candour-htmx",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), "
        "publickey-credentials-create=(self), publickey-credentials-get=(self)"
    ),
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-robots-tag": "noindex, nofollow",
    "cache-control": "no-store",
}
OF_ITS_OWN = {"content-type", "content-length", "location", "set-cookie", "clear-site-data"}


def broken(visit: Visit) -> Response:
    """Fail like a page with a mistake in it."""
    raise ZeroDivisionError(visit.page.path)


def differing(response: httpx.Response) -> dict[str, str | None]:
    """Return the headers that are missing or other than they must be."""
    return {
        name: response.headers.get(name)
        for name, value in ALWAYS.items()
        if response.headers.get(name) != value
    }


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/sign-in", 200),
        ("GET", "/sign-in/token", 200),
        ("GET", "/", 303),
        ("GET", "/nowhere", 404),
        ("GET", "/static/nothing.js", 404),
        ("GET", "/static/../app.py", 404),
        ("POST", "/sign-in", 404),
        ("DELETE", "/sign-in", 404),
        ("POST", "/sign-in/begin", 403),
        ("GET", "/broken", 500),
        ("HEAD", "/sign-in", 200),
    ],
)
async def test_the_whole_set_stands_on_every_answer(
    office: Office, method: str, path: str, status: int
) -> None:
    """Pages, refusals, faults and what is not there: each carries exactly the same headers."""
    app = make_app(office, [Page("/broken", broken, Right.OPEN)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ORIGIN) as client:
        answer = await client.request(method, path)
    assert answer.status_code == status
    assert differing(answer) == {}
    assert set(answer.headers) <= set(ALWAYS) | OF_ITS_OWN
    assert "ZeroDivision" not in answer.text


async def test_a_body_too_large_is_refused_with_them(office: Office) -> None:
    """A flood of bytes is cut off, and the refusal carries the headers."""
    staff = Staff(office)
    answer = await staff.post("/sign-in/finish", {"credential": "x" * 300_000})
    assert answer.status_code == 413
    assert differing(answer) == {}


async def test_files_may_be_kept_for_ever_and_nothing_else(office: Office) -> None:
    """A script's name holds its hash: it alone is cached. Its type is what it is."""
    staff = Staff(office)
    for name, asset in read_bundle(STATIC).items():
        answer = await staff.get(url(name))
        assert differing(answer) == {"cache-control": files._FOR_EVER}
        assert answer.headers["content-type"] == asset.kind


async def test_a_page_with_decrypted_words_allows_no_markup_at_all(office: Office) -> None:
    """Where words of a report can stand, the one policy is the worker's: htmx could do nothing."""
    ada = await signed_in(office)
    answer = await ada.get("/account/keys")
    assert differing(answer) == {"content-security-policy": POLICY + "candour-worker"}
    assert "htmx" not in answer.text


async def test_no_page_holds_a_script_or_a_style_of_its_own(office: Office) -> None:
    """Scripts and styles come as files: what somebody might plant in a page does not run."""
    ada = await signed_in(office, "<script>alert(1)</script>", "administrator")
    for path in ("/people", "/account", "/nowhere"):
        text = (await ada.get(path)).text
        assert "<script>" not in text
        assert "style=" not in text
        assert " on" + "click=" not in text
        assert text.count("<script") == text.count('<script type="module" src="/static/')
    assert "&lt;script&gt;" in (await ada.get("/people")).text


def test_a_missing_header_is_found() -> None:
    """The check sees what is not there, and what is other than it must be."""
    headers = {name: value for name, value in ALWAYS.items() if name != "x-frame-options"}
    answer = httpx.Response(200, headers=headers | {"referrer-policy": "origin"})
    assert differing(answer) == {"x-frame-options": None, "referrer-policy": "origin"}
