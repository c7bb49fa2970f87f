"""Windows of the demonstration's console, one for each of its staff, in the states that matter."""

from dataclasses import dataclass, field
from typing import Final, Literal

from playwright.async_api import Browser, Page, ViewportSize

from tests.browser.console_states import State
from tests.browser.demonstration_console import become

WIDE: Final[ViewportSize] = {"width": 1600, "height": 1000}
NARROW: Final[ViewportSize] = {"width": 360, "height": 740}
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
# A page that waits for longer than this has another fault than slowness.
PATIENCE_MS = 20_000
HAVE_KEYS = frozenset({"Ada", "Ben"})


@dataclass(slots=True)
class Windows:
    """A window for nobody, and one for each of the invented staff that was asked for."""

    browser: Browser
    origin: str
    opened: dict[str, Page] = field(default_factory=dict)

    async def at(self, state: State) -> Page:
        """Return a window in this state, wide and light."""
        page = await self._window(state.who)
        await page.goto(f"{self.origin}{state.address}")
        await state.prepare(page)
        return page

    async def close(self) -> None:
        """Close them all."""
        for page in self.opened.values():
            await page.context.close()

    async def _window(self, who: str) -> Page:
        """Return this person's window, signed in, keys open."""
        if who not in self.opened:
            context = await self.browser.new_context(reduced_motion="reduce", locale="en-GB")
            context.set_default_timeout(PATIENCE_MS)
            self.opened[who] = await context.new_page()
        page = self.opened[who]
        await page.set_viewport_size(WIDE)
        await page.emulate_media(color_scheme="light")
        await page.goto(f"{self.origin}/account" if who else self.origin)
        locked = who in HAVE_KEYS and not await page.evaluate("localStorage.length")
        if who and (locked or "/sign-in" in page.url):
            await become(page, self.origin, who)
        return page
