import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from sandbox import FIRST_PHONE
from sandbox.controls import SECRET_HEADER
from sandbox.keeping import FILE_NAME

ROOT = Path(__file__).parents[2]
SECRET = {SECRET_HEADER: "a-secret-of-this-test"}


@asynccontextmanager
async def started(home: Path) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """Run `python -m sandbox serve` on a free port and give its address."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "sandbox", "serve", "--port", "0", "--home", str(home)),
        env={"SANDBOX_CONTROL_SECRET": SECRET[SECRET_HEADER], "PYTHONUNBUFFERED": "1"},
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout
        line = (await process.stdout.readline()).decode()
        yield process, line.split()[-1].rstrip("/")
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def test_controls(tmp_path: Path) -> None:
    """A test in another process can use phones, read the history, plant faults, move time."""
    async with started(tmp_path) as (_, url), httpx.AsyncClient(headers=SECRET) as client:
        control = f"{url}/_sandbox"
        said = await client.post(f"{control}/phones/{FIRST_PHONE}/say", json={"text": "hello"})
        assert said.json()["message_id"] > 0
        screen = (await client.get(f"{control}/phones/{FIRST_PHONE}/screen")).json()
        assert [message["text"] for message in screen["messages"]] == ["hello"]
        assert (await client.post(f"{control}/phones/1/fly", json={})).status_code == 404
        assert (await client.post(f"{control}/phones/1/tap", json={})).status_code == 400

        await client.post(f"{control}/faults", json={"kind": "too_many", "seconds": 9})
        method = f"{url}/bot1000000000:SANDBOX-not-a-token-nothing-is-real/getMe"
        assert (await client.get(method)).json()["parameters"] == {"retry_after": 9}
        assert (await client.get(method)).json()["ok"]
        wrong = await client.post(f"{control}/faults", json={"kind": "too_mny"})
        assert wrong.status_code == 400
        assert (await client.post(f"{control}/clock", content="{")).status_code == 400
        assert (await client.get(f"{control}/history?after=x")).status_code == 400
        assert (await client.delete(f"{control}/faults")).status_code == 200

        history = (await client.get(f"{control}/history", params={"method": "getme"})).json()
        assert [asked["status"] for asked in history["requests"]] == [429, 200]

        before = (await client.get(f"{control}/clock")).json()["now"]
        moved = await client.post(f"{control}/clock", json={"advance": 3600})
        assert moved.json()["now"] - before >= 3600


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
async def test_clean_end(tmp_path: Path, name: signal.Signals) -> None:
    """Ctrl-C and SIGTERM end it cleanly, with everything kept, even while a page watches."""
    async with started(tmp_path) as (process, url), httpx.AsyncClient(headers=SECRET) as client:
        await client.post(f"{url}/_sandbox/phones/1/say", json={"text": "kept"})
        async with client.stream("GET", f"{url}/phone/1/screen") as stream:
            process.send_signal(name)
            async with asyncio.timeout(10):
                _, said = await process.communicate()
            await stream.aclose()
    assert process.returncode == 0
    assert said == b""
    kept = json.loads((tmp_path / FILE_NAME).read_text())
    assert "kept" in json.dumps(kept)


async def test_port_taken(tmp_path: Path) -> None:
    """A port that is taken is said in a sentence, not in a traceback."""
    async with started(tmp_path) as (_, url):
        second = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "sandbox", "serve", "--port", url.rpartition(":")[2]),
            cwd=ROOT,
            stderr=asyncio.subprocess.PIPE,
        )
        _, said = await second.communicate()
    assert second.returncode == 1
    assert said.startswith(b"The sandbox cannot start:")
    assert b"Traceback" not in said
