"""F-08: the process dies while it takes a delivery report; the gateway repeats it, once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import httpx
import pytest

from tests.sms.peers import FakePhone
from tests.sms.support import NUMBER
from tests.sms.test_process import PATIENCE, Process, brought
from tests.sms.test_process import phone as phone
from tests.sms.test_process import process as process


@pytest.mark.parametrize("place", ["report-fetched", "report-taken"])
async def test_a_report_outlives_the_process_that_took_it(
    place: str, process: Process, phone: FakePhone
) -> None:
    """Not acknowledged before it is kept; its repetition changes nothing and sends nothing."""
    base = f"http://127.0.0.1:{process.port}"
    hello = phone.arrival(NUMBER, "salam", "id-1", datetime.now(UTC))
    await process.start(SAFAR_KILL_AT=f"{place}:1")
    async with httpx.AsyncClient(trust_env=False) as caller:
        assert await brought(caller, base + hello.path, hello.headers, hello.body)
        async with asyncio.timeout(PATIENCE):
            while not phone.ids:  # noqa: ASYNC110 -- the phone is another process's business
                await asyncio.sleep(0.05)
        report = phone.report(phone.ids[0], "delivered", datetime.now(UTC))
        assert not await brought(caller, base + report.path, report.headers, report.body)
        await process.ended()
        await process.start()
        for _ in range(2):
            assert await brought(caller, base + report.path, report.headers, report.body)
    await process.stop()

    assert [number for number, _ in phone.sent] == [NUMBER]
