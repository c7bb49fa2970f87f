"""A page without a mouse: Tab until something has the focus, then Enter."""

from typing import Literal

from playwright.async_api import Page

MOST_STOPS = 90

Role = Literal["button", "link", "textbox", "combobox", "checkbox"]

# The focus has to be visible at every stop: a person has nothing else to go by.
_VISIBLE = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return true;
  const { outlineStyle, outlineWidth } = getComputedStyle(here);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
}"""


async def tab_to(page: Page, role: Role, name: str) -> None:
    """Press Tab until the first thing of this role and name has the focus."""
    wanted = page.get_by_role(role, name=name, exact=True).first
    await wanted.wait_for()
    for _ in range(MOST_STOPS):
        if await wanted.evaluate("(one) => one === document.activeElement"):
            return
        await page.keyboard.press("Tab")
        assert await page.evaluate(_VISIBLE), f"the focus cannot be seen on the way to {name}"
    raise AssertionError(f"{MOST_STOPS} stops of the Tab key do not reach {name}")


async def press_on(page: Page, role: Role, name: str) -> None:
    """Tab there, and press Enter."""
    await tab_to(page, role, name)
    await page.keyboard.press("Enter")
