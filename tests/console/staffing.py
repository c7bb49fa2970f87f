"""Staff at their browsers, as tests see them: an office with a moved clock, and who sits there."""

from dataclasses import dataclass, field

import httpx

from console.app import make_app
from console.office import Office
from console.signin.invitation import link
from intake.staff import inviting, people
from intake.staff.people import Role
from tests.console.authenticator import Authenticator

ORIGIN = "https://console.example.org"
START = 1_795_000_000
"""Seconds since 1970: a day in November 2026."""


@dataclass
class Clock:
    """The office's time, moved by hand."""

    at: float = START

    def __call__(self) -> float:
        """Return seconds since 1970."""
        return self.at


@dataclass
class Staff:
    """One person, or nobody yet, at one browser with its own cookies."""

    office: Office
    address: str = "192.0.2.1"
    passkey: Authenticator = field(default_factory=Authenticator)
    staff_id: str = ""
    token: str = ""
    client: httpx.AsyncClient = field(init=False)

    def __post_init__(self) -> None:
        transport = httpx.ASGITransport(make_app(self.office), client=(self.address, 50_000))
        self.client = httpx.AsyncClient(transport=transport, base_url=ORIGIN)

    async def get(self, path: str, *, script: bool = False) -> httpx.Response:
        """Load a page, or ask as a script does."""
        kind = "empty" if script else "document"
        return await self.client.get(path, headers={"Sec-Fetch-Dest": kind})

    async def post(self, path: str, body: object = None, **headers: str) -> httpx.Response:
        """Ask as a page's script does; `headers` replace what a browser would send."""
        ours = {
            "Origin": ORIGIN,
            "Sec-Fetch-Site": "same-origin",
            "Sec-Fetch-Dest": "empty",
            "Candour-Token": self.token,
        }
        sent = ours | {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.client.post(path, json=body or {}, headers=sent)

    async def submit(self, path: str, **fields: str) -> httpx.Response:
        """Send a plain form."""
        return await self.client.post(
            path,
            data={"token": self.token} | fields,
            headers={"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"},
        )

    async def fetch_token(self) -> None:
        """Do what signin.js does first."""
        self.token = (await self.get("/sign-in/token", script=True)).json()["token"]

    async def ceremony(self, path: str, **fields: str) -> httpx.Response:
        """Begin a ceremony, answer it with the passkey, finish it."""
        begun = await self.post(f"{path}/begin", fields)
        if begun.status_code != 200:
            return begun
        options = begun.json()["options"]
        answer = self.passkey.create if "user" in options else self.passkey.get
        finished = await self.post(f"{path}/finish", fields | {"credential": answer(options)})
        if finished.status_code == 200 and "token" in finished.json():
            self.token = finished.json()["token"]
        return finished

    async def enrol(self, invitation: str) -> httpx.Response:
        """Use a one-time link, and be signed in."""
        await self.fetch_token()
        return await self.ceremony("/invitation", invitation=invitation)

    async def sign_in(self, **fields: str) -> httpx.Response:
        """Sign in with the passkey."""
        await self.fetch_token()
        return await self.ceremony("/sign-in", **fields)

    async def step_up(self) -> httpx.Response:
        """Show the passkey again."""
        return await self.ceremony("/step-up")


def invited(office: Office, name: str = "Ada", role: Role = "caseworker") -> tuple[str, str]:
    """Add a person from the terminal; return her staff id and her link's secret."""
    with office.engine.begin() as connection:
        new = all(one.name != name for one in people.people(connection))
        made = inviting.from_terminal(connection, office.now(), name, role, new=new)
    assert link(office.origin, made.token) == f"{office.origin}/invitation#{made.token}"
    return made.staff_id, made.token


async def signed_in(office: Office, name: str = "Ada", role: Role = "caseworker") -> Staff:
    """Return a person of this role who has just enrolled and signed in."""
    staff_id, token = invited(office, name, role)
    staff = Staff(office, staff_id=staff_id)
    answer = await staff.enrol(token)
    assert answer.status_code == 200, answer.text
    return staff
