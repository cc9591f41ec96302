"""Bots side by side on one core: Safar, aiogram, python-telegram-bot, and floors.

Run: python tests/bench/bots.py [names] [--rounds 3] [--duration 6] [--keep FILE]

A fake Bot API server (peers/fakeapi.c, on core 1) plays fifty visitors. Each sends /start, then
presses a button of what really came back, ten messages in all; the next one is sent only when
the reply has come and the button was answered. So a step is the same work for every bot, and
the bot (core 0) is the limit. Runs are interleaved in shuffled order. A second pass sends a
hundred messages a second and looks at how long answers take. Quote ratios of one run: machines
drift by a fifth and more. Needs gcc, taskset, redis-server and, once, an index of packages:
the peers get an environment of their own in var/bench.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PEERS = Path(__file__).resolve().parent / "peers"
PLACE = ROOT / "var" / "bench"
PYTHON = PLACE / "venv" / "bin" / "python"
FAKE = PLACE / "fakeapi"
API_PORT, HOOK_PORT, REDIS_PORT = 8081, 8090, 6390
API = f"http://127.0.0.1:{API_PORT}"
HEADER_SECRET = "s3cret-token"
"""What the fake server sends, as Telegram does."""
TOKEN = "123456:AAbenchbenchbenchbenchbenchbenchbench"
WARM_UP = 2
LONGEST = 180
"""Seconds until a run counts as stuck."""
WAY = "0,2,0,3,0,1,1,1,1,1"
"""Which button is pressed at Safar: English, privacy, "check my situation", start, and answers."""
RATE = 100
RATED = 100
"""Visitors of the second pass."""

Report = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bot:
    """One bot: how it is started, and by which path it is reached if by webhook."""

    command: tuple[str, ...]
    env: Mapping[str, str] = field(default_factory=dict)
    hook: str = ""
    way: str = "0"
    redis: tuple[str, ...] = ()
    """What this bot demands of Redis besides."""
    beside: tuple[str, ...] = ()
    """Roles of more processes on the same core; the desk begins before all others."""


def peer(script: str, hook: str = "", **env: str) -> Bot:
    """Return a bot of `peers/`."""
    return Bot((str(PYTHON), str(PEERS / f"{script}.py")), env, hook)


def safar(hook: str = "", **env: str) -> Bot:
    """Return Safar as `safar run` starts it: SQLite, durable commits, everything sealed."""
    common = {
        "SAFAR_TELEGRAM_TOKEN": TOKEN,
        "SAFAR_TELEGRAM_API": API,
        "SAFAR_PORT": str(HOOK_PORT),
        "SAFAR_DESK_PORT": str(HOOK_PORT + 1),
        "SAFAR_METRICS_PORT": str(HOOK_PORT + 2),
        "SAFAR_PILOT": "yes",
        "PYTHONPATH": str(ROOT),
    }
    return Bot((sys.executable, "-m", "bot", "run"), {**common, **env}, hook, WAY)


def on_redis(role: str = "all", *beside: str) -> Bot:
    """Return Safar with everything in Redis, which syncs every write before it answers."""
    alone = safar(SAFAR_REDIS_URL=f"redis://127.0.0.1:{REDIS_PORT}/0")
    synced = ("--appendfsync", "always", "--maxmemory-policy", "noeviction")
    return replace(alone, command=(*alone.command, "--role", role), redis=synced, beside=beside)


WEBHOOK = {
    "SAFAR_TELEGRAM_MODE": "webhook",
    "SAFAR_TELEGRAM_PATH_SECRET": "bench",
    "SAFAR_TELEGRAM_HEADER_SECRET": HEADER_SECRET,
    "SAFAR_PUBLIC_URL": "https://bot.example.org",
}
BOTS = {
    "aiogram": peer("aiogram_bot"),
    "aiogram-tuned": peer("aiogram_bot", TUNED="1"),
    "aiogram-webhook-reply": peer("aiogram_bot", "/webhook", MODE="webhook_reply"),
    "ptb": peer("ptb_bot"),
    "safar": safar(),
    "safar-httpx": safar(SAFAR_TELEGRAM_CLIENT="httpx"),
    "safar-webhook": safar("/telegram/bench", **WEBHOOK),
    "safar-webhook-httpx": safar("/telegram/bench", **WEBHOOK, SAFAR_TELEGRAM_CLIENT="httpx"),
    "safar-redis": on_redis(),
    "safar-redis-worker": on_redis("worker", "desk"),
    "safar-redis-workers": on_redis("worker", "desk", "worker"),
    "floor-httpx": peer("floor_lib", CLIENT="httpx"),
    "floor-aiohttp": peer("floor_lib", CLIENT="aiohttp"),
    "floor-aiohttp-webhook-reply": peer("floor_lib", "/webhook", MODE="webhook_reply"),
    "floor-raw": peer("floor_raw"),
}
ON_TIME = (
    *("aiogram", "aiogram-tuned", "aiogram-webhook-reply"),
    *("safar", "safar-webhook", "safar-redis"),
)
"""Bots of the second pass; the others cannot keep up, or are floors."""
COLUMNS: Mapping[str, Callable[[Report], float]] = {
    "msg/s": lambda run: run["msgs_per_s"],
    "CPU ms/msg": lambda run: sum(one["ms_per_msg"] for one in _own(run)),
    "Redis ms/msg": lambda run: run["procs"][1]["ms_per_msg"],
    "p50 ms": lambda run: run["lat_ms"]["p50"],
    "p99 ms": lambda run: run["lat_ms"]["p99"],
    "peak RSS MB": lambda run: sum(one["peak_rss_mb"] for one in _own(run)),
    "cold start ms": lambda run: run["cold_ms"],
}


def _own(run: Report) -> list[Report]:
    """Return the processes of the bot itself; the second of all is Redis, the last one the fake."""
    return [*run["procs"][:1], *run["procs"][2:-1]]


def prepare() -> None:
    """Compile the fake server and install the peers, each once."""
    PLACE.mkdir(parents=True, exist_ok=True)
    source = PEERS / "fakeapi.c"
    if not FAKE.exists() or FAKE.stat().st_mtime < source.stat().st_mtime:
        subprocess.run(("gcc", "-O2", "-o", FAKE, source), check=True)
    wanted = (PEERS / "requirements.txt").read_text("utf-8")
    installed = PLACE / "installed.txt"
    if installed.exists() and installed.read_text("utf-8") == wanted:
        return
    sys.stderr.write("Installing the peers into var/bench, once.\n")
    venv.create(PLACE / "venv", with_pip=True, clear=True)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    subprocess.run((*pip, "-r", PEERS / "requirements.txt"), check=True)
    installed.write_text(wanted, "utf-8")


def measure(name: str, *, users: int, duration: float, rate: float) -> Report:
    """Run one bot once, with a fresh Redis and a fresh fake server; return its report."""
    bot, work = BOTS[name], Path(tempfile.mkdtemp(prefix="safar-bench-"))
    redis = _redis(work, bot.redis)
    fake = _fake(bot, work, users=users, duration=duration, rate=rate)
    began = time.monotonic()
    beside = [_beside(bot, work, number) for number in range(len(bot.beside))]
    running = _start(bot, work)
    pids = [running.pid, redis.pid, *(one.pid for one in beside)]
    (work / "pids").write_text(" ".join(map(str, pids)) + "\n", "ascii")
    try:
        told = fake.communicate(timeout=LONGEST)[0]
    finally:
        _stop(running, *beside, redis, fake)
    report: Report = json.loads(told)
    report["cold_ms"] = report["first_reply_us"] / 1000 - began * 1000
    if not report["messages"]:
        log = (work / "log").read_text("utf-8", "replace")[-800:]
        raise SystemExit(f"{name} never answered:\n{log}")
    shutil.rmtree(work, ignore_errors=True)
    return report


def _redis(work: Path, more: Sequence[str]) -> subprocess.Popen[bytes]:
    """Keep state as a careful operator would: in the append-only file, synced each second."""
    asked = f"--port {REDIS_PORT} --bind 127.0.0.1 --appendonly yes --loglevel warning --save"
    return subprocess.Popen(
        ("taskset", "-c", "1", "redis-server", *asked.split(), "", "--dir", str(work), *more),
        stdout=subprocess.DEVNULL,
    )


def _fake(
    bot: Bot, work: Path, *, users: int, duration: float, rate: float
) -> subprocess.Popen[str]:
    options = {
        "pidfile": work / "pids",
        "port": API_PORT,
        "follow": 1,
        "path": bot.way,
        "users": users,
        "duration": duration,
        "warmup": WARM_UP,
        "rate": rate,
        "max-wait": 40,
    }
    if bot.hook:
        options |= {"webhook-port": HOOK_PORT, "webhook-path": bot.hook}
    asked = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    fake = subprocess.Popen(
        ("taskset", "-c", "1", str(FAKE), *asked),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    if fake.stderr is not None:
        fake.stderr.readline()  # it listens
    return fake


def _beside(bot: Bot, work: Path, number: int) -> subprocess.Popen[bytes]:
    """Start another process of the same installation; the desk makes what the others need."""
    role = bot.beside[number]
    command = (*bot.command[:-1], role)
    started = _start(replace(bot, command=command), work, f"data-{number}")
    begun = work / "key.d" / "redis"
    end = time.monotonic() + LONGEST
    while not begun.exists() and time.monotonic() < end:
        time.sleep(0.1)
    return started


def _start(bot: Bot, work: Path, data: str = "data") -> subprocess.Popen[bytes]:
    kept = {"SAFAR_DATA": str(work / data), "SAFAR_KEY_FILE": str(work / "key")}
    with (work / "log").open("ab") as log:
        return subprocess.Popen(
            ("taskset", "-c", "0", *bot.command),
            cwd=ROOT,
            env={**os.environ, **kept, **bot.env},
            stdout=log,
            stderr=log,
        )


def _stop(*running: subprocess.Popen[Any]) -> None:
    for process in running:
        process.send_signal(signal.SIGTERM)
    for process in running:
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def compare(
    names: Sequence[str], options: argparse.Namespace, *, users: int, rate: float = 0
) -> None:
    """Measure all of them, round by round in shuffled order, and print medians and ratios."""
    runs: dict[str, list[Report]] = {name: [] for name in names}
    chance = random.Random(1)
    for _ in range(options.rounds):
        for name in chance.sample(list(names), len(names)):
            run = measure(name, users=users, duration=options.duration, rate=rate)
            runs[name].append(run)
            if options.keep:
                with options.keep.open("a", encoding="utf-8") as file:
                    file.write(json.dumps({"name": name, "rate": rate, **run}) + "\n")
    sys.stdout.write(_table(runs))
    sys.stdout.flush()


def _table(runs: Mapping[str, Sequence[Report]]) -> str:
    middle = {
        name: {column: statistics.median(map(of, some)) for column, of in COLUMNS.items()}
        for name, some in runs.items()
    }
    first = next(iter(middle))
    head = ("bot", *COLUMNS, f"msg/s x {first}", f"CPU x {first}")
    best = middle[first]
    rows = [
        (
            name,
            *map(_figure, row.values()),
            _figure(row["msg/s"] / best["msg/s"]),
            # Where others use the machine too, this one still says something.
            _figure(best["CPU ms/msg"] / row["CPU ms/msg"]),
        )
        for name, row in middle.items()
    ]
    lines = (head, ("---",) * len(head), *rows)
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _figure(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", choices=(*BOTS, []), default=[])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--duration", type=float, default=6)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--keep", type=Path, help="append every run to this file, as JSON")
    options = parser.parse_args()
    names = options.names or list(BOTS)
    prepare()
    sys.stdout.write(f"\n{options.users} visitors, as fast as the bot answers\n\n")
    compare(names, options, users=options.users)
    on_time = [name for name in ON_TIME if name in names]
    if on_time:
        sys.stdout.write(f"\n{RATE} messages a second\n\n")
        compare(on_time, options, users=RATED, rate=RATE)


if __name__ == "__main__":
    main()
