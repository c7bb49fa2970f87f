"""Every page about one report."""

from typing import Final

from console.page import Page
from console.report import acting, deciding, handing, looking, writing

PAGES: Final[tuple[Page, ...]] = (
    *looking.PAGES,
    *acting.PAGES,
    *writing.PAGES,
    *deciding.PAGES,
    *handing.PAGES,
)
