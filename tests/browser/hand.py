"""A hand on the phone page: it taps and types, waits for the card to move on, and counts."""

from dataclasses import dataclass, field

from playwright.async_api import Page, expect

LEAVE = "Leave"


@dataclass(frozen=True, slots=True)
class OnScreen:
    """The newest card as the page shows it: its words, and the labels of its buttons."""

    words: str
    labels: tuple[str, ...]


@dataclass(slots=True)
class Hand:
    """Drives one phone page as a person does: by what is written on it."""

    page: Page
    taps: int = 0
    typed: int = 0
    cards: list[OnScreen] = field(default_factory=list)

    async def start(self) -> OnScreen:
        """Press Start on an empty phone; not counted, as every bot begins with it."""
        await self.page.get_by_role("button", name="Start", exact=True).click()
        return await self.moved(OnScreen("", ()))

    async def tap(self, *labels: str) -> OnScreen:
        """Tap buttons of the newest card, one after the other; return the last card."""
        for label in labels:
            before = await self.card()
            button = self.page.locator("li.bot").last.get_by_role("button", name=label, exact=True)
            await button.click()
            self.taps += 1
            await self.moved(before)
        return self.cards[-1]

    async def type(self, *texts: str) -> OnScreen:
        """Type messages, one after the other; return the last card."""
        for text in texts:
            before = await self.card()
            await self.page.get_by_role("textbox", name="Message").fill(text)
            await self.page.get_by_role("button", name="Send", exact=True).click()
            self.typed += 1
            await self.moved(before)
        return self.cards[-1]

    async def moved(self, before: OnScreen) -> OnScreen:
        """Wait until there is one card, and another one than `before`; note and return it."""
        await self.page.wait_for_function(_MOVED, arg=[before.words, list(before.labels)])
        self.cards.append(await self.card())
        return self.cards[-1]

    async def card(self) -> OnScreen:
        """Return the newest card; without one, a card without words."""
        words, labels = await self.page.evaluate(f"({_CARD})()")
        return OnScreen(words, tuple(labels))

    async def own(self) -> list[str]:
        """Return her own messages that stand on the screen."""
        return await self.page.locator("li.me .words").all_text_contents()

    async def alone(self) -> None:
        """Wait until one card is all that is on the screen."""
        await expect(self.page.locator("#messages > li")).to_have_count(1)


_CARD = """() => {
  const card = [...document.querySelectorAll("li.bot")].at(-1);
  if (!card) return ["", []];
  const labels = [...card.querySelectorAll(".row > *")].map((one) => one.textContent);
  return [card.querySelector(".words").textContent, labels];
}"""

_MOVED = f"""([words, labels]) => {{
  if (document.querySelectorAll("li.bot").length !== 1) return false;
  const [now, buttons] = ({_CARD})();
  return now !== words || String(buttons) !== String(labels);
}}"""
