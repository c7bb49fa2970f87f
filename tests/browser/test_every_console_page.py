"""Every page of the console, found from the table of its routes: axe, both widths, both schemes."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from console.pages import PAGES
from tests.browser.chromium import AXE
from tests.browser.console_states import NO_HTML, STATES, State
from tests.browser.console_windows import NARROW, SCHEMES, WIDE, Windows
from tests.browser.demonstration_console import demonstration_console

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.asyncio(loop_scope="module"),
]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
_RUN = """async (rules) => {
  const { violations } = await axe.run(document, rules);
  const about = ({ nodes }) => nodes.map((node) => node.html.slice(0, 120)).join(" | ");
  return violations.map((one) => `${one.id}: ${about(one)}`);
}"""
# What reaches over the right edge, if the page can be scrolled sideways.
_TOO_WIDE = """() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const over = (one) => one.getBoundingClientRect().right > innerWidth + 1;
  const all = [...document.querySelectorAll("body *")].filter((one) => !one.closest(".wide"));
  return all.filter(over).slice(0, 5).map((one) => one.outerHTML.slice(0, 120));
}"""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def origin(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    async with demonstration_console(tmp_path_factory.mktemp("demonstration")) as served:
        yield served


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def windows(browser: Browser, origin: str) -> AsyncIterator[Windows]:
    opened = Windows(browser, origin)
    yield opened
    await opened.close()


async def axe(page: Page, *, colours_only: bool = False) -> list[str]:
    """Return what axe finds: each rule with what it is about."""
    one = {"type": "rule", "values": ["color-contrast"]}
    rules = one if colours_only else {"type": "tag", "values": TAGS}
    if not await page.evaluate("'axe' in globalThis"):
        await page.evaluate(AXE)
    rest = {} if colours_only else {"rules": {"target-size": {"enabled": True}}}
    found: list[str] = await page.evaluate(_RUN, {"runOnly": rules, **rest})
    return found


async def test_no_page_is_left_out() -> None:
    """Every route that is answered with a page stands among the states, or is named as none."""
    looked_at = {page.path for page in PAGES if page.method == "GET"}
    assert looked_at - NO_HTML == {one.path for one in STATES if not one.path.endswith("/0")}
    assert looked_at >= NO_HTML


@pytest.mark.parametrize("state", STATES, ids=lambda one: one.name)
async def test_axe_finds_nothing(windows: Windows, state: State) -> None:
    """WCAG 2.2 AA as far as axe can tell; on a phone nothing has to be scrolled sideways."""
    page = await windows.at(state)
    found: dict[str, object] = {}
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        for size in (WIDE, NARROW):
            await page.set_viewport_size(size)
            where = f"{scheme} {size['width']}"
            found[where] = await axe(page, colours_only=scheme == "dark")
            found[f"{where} wide"] = await page.evaluate(_TOO_WIDE)
    assert {where: one for where, one in found.items() if one} == {}


async def test_a_planted_fault_is_found(windows: Windows) -> None:
    """A field without a label, grey words and something too wide are found."""
    page = await windows.at(State("sign-in", "/sign-in", ""))
    await page.evaluate(
        """() => {
          const main = document.querySelector("main");
          main.append(document.createElement("input"));
          const grey = document.createElement("p");
          grey.textContent = "hardly to be read";
          grey.style.color = "#ccc";
          grey.style.width = "700px";
          main.append(grey);
        }"""
    )
    await page.set_viewport_size(NARROW)
    found = " ".join(await axe(page))
    assert "label" in found
    assert "color-contrast" in found
    assert await page.evaluate(_TOO_WIDE)
