"""A page whose worker holds a reader's key, for the tests of opening and of sealing."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from tests.browser.keys_page import answering, keys_page, new_desk
from tests.browser.stored import hold
from tests.intake.sample import Readers


@pytest.fixture(scope="module")
def readers() -> Readers:
    return Readers()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def url(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    async with answering(new_desk(tmp_path_factory.mktemp("desk")).app()) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, url: str, readers: Readers) -> AsyncIterator[Page]:
    """A page whose worker holds the reader's key."""
    async with keys_page(browser, url) as opened:
        await hold(opened, readers.reader)
        yield opened
