"""A bot that goes away in the middle of a request."""

import asyncio
import logging

import pytest

from sandbox import Sandbox


async def test_half_a_request_is_no_error(box: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    """Who sends half a request and goes leaves no line in the log, and others are served."""
    host, port = box.url.removeprefix("http://").split(":")
    head = f"POST /bot{box.token}/getMe HTTP/1.1\r\nHost: {host}\r\nContent-Length: 100\r\n\r\n{{"
    with caplog.at_level(logging.INFO):
        _, writer = await asyncio.open_connection(host, int(port))
        writer.write(head.encode())
        await writer.drain()
        await asyncio.sleep(0.05)
        writer.close()
        await writer.wait_closed()
        await asyncio.sleep(0.05)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert not box.history.of("getMe")
