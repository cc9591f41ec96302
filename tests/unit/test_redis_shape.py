"""The shape with Redis and the units of systemd, checked as data."""

from __future__ import annotations

import configparser
import os
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.entry.gates import DESK, VISITORS
from bot.entry.inherited import inherited
from bot.settings import PLAIN, SECRETS, Settings
from bot.store.redis.checks import WANTED

ROLES = {"desk": "desk", "web": "web", "worker-1": "worker", "worker-2": "worker"}
KNOWN = {*PLAIN, *SECRETS, *(f"{name}_FILE" for name in SECRETS)}


@pytest.fixture
def composition(root: Path) -> dict[str, Any]:
    """Return the composition with Redis, anchors resolved."""
    found: dict[str, Any] = YAML(typ="safe").load(root / "docker/compose-redis.yaml")
    return found


@pytest.fixture
def configuration(root: Path) -> dict[str, str]:
    """Return the settings of Redis."""
    lines = (root / "docker/redis.conf").read_text("utf-8").splitlines()
    pairs = (line.split(None, 1) for line in lines if line and not line.startswith("#"))
    return {name: value.strip('"') for name, value in pairs}


def test_redis_is_set_as_safar_demands(configuration: dict[str, str]) -> None:
    """What is shipped is not refused at the start, and nothing listens on the network."""
    assert {name: configuration[name] for name in WANTED} == {
        name: value for name, (value, _) in WANTED.items()
    }
    assert configuration["save"] == ""
    assert configuration["port"] == "0"
    assert configuration["maxmemory"].endswith("mb")


def test_there_are_two_workers_one_desk_and_no_other_role(composition: dict[str, Any]) -> None:
    """Accounts and audit stand in one file: a second desk would have its own."""
    services = composition["services"]
    roles = {name: services[name]["command"][-1] for name in services if name != "redis"}
    assert roles == ROLES


def test_no_container_can_do_more_than_it_must(composition: dict[str, Any]) -> None:
    """Redis holds every conversation: it is bound as tightly as Safar."""
    for service in composition["services"].values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service["ulimits"]["core"] == 0
        assert service["mem_swappiness"] == 0
    assert composition["services"]["redis"]["network_mode"] == "none"


def test_only_the_desk_writes_keys_and_redis_never_sees_them(composition: dict[str, Any]) -> None:
    """Who holds Redis holds no key; who works only reads them."""
    mounts = {name: service["volumes"] for name, service in composition["services"].items()}
    assert not [mount for mount in mounts["redis"] if mount.startswith("key:")]
    assert "key:/var/lib/safar-key" in mounts["desk"]
    for name in ("web", "worker-1", "worker-2"):
        assert "key:/var/lib/safar-key:ro" in mounts[name]
        assert not [mount for mount in mounts[name] if mount.startswith(("data:", "redis:"))]


def test_secrets_are_files_and_settings_are_known(composition: dict[str, Any]) -> None:
    """A misspelt setting would be ignored in silence, a variable shown by any process list."""
    for name in ROLES:
        environment = composition["services"][name]["environment"]
        assert set(environment) <= KNOWN
        assert not set(environment) & set(SECRETS)


def test_figures_and_readiness_are_asked_for_at_ports_of_their_own(
    composition: dict[str, Any],
) -> None:
    """All share the machine's loopback; who works waits until the desk has begun."""
    services = {name: composition["services"][name] for name in ROLES}
    ports = [service["environment"]["SAFAR_METRICS_PORT"] for service in services.values()]
    assert len(set(ports)) == len(ports)
    for name, service in services.items():
        assert "/readyz" in " ".join(service["healthcheck"]["test"])
        if name != "desk":
            assert service["depends_on"]["desk"] == {"condition": "service_healthy"}


def test_each_unit_runs_the_role_of_its_name(root: Path) -> None:
    """One process, or one of three roles; each role's data is its own, the keys are shared."""
    units = _units(root)
    commands = {name: unit["ExecStart"].split(" run")[1].strip() for name, unit in units.items()}
    assert commands == {
        "safar.service": "",
        "safar-desk.service": "--role desk",
        "safar-web.service": "--role web",
        "safar-worker@.service": "--role worker",
    }
    folders = [unit["StateDirectory"].split() for name, unit in units.items() if "-" in name]
    assert all(shared == "safar-key" for _, shared in folders)
    assert len({own for own, _ in folders}) == len(folders)


def test_sockets_hand_over_what_their_process_asks_for(root: Path) -> None:
    """By the name and at the port that the process would open by itself."""
    ports = {VISITORS: Settings(Path(), Path()).port, DESK: Settings(Path(), Path()).desk_port}
    units = set(_units(root))
    for path in (root / "docker/systemd").glob("*.socket"):
        parser = configparser.RawConfigParser()
        parser.read(path)
        socket_ = parser["Socket"]
        assert socket_["ListenStream"] == f"127.0.0.1:{ports[socket_['FileDescriptorName']]}"
        assert socket_.get("Service", path.with_suffix(".service").name) in units


def _units(root: Path) -> dict[str, configparser.SectionProxy]:
    found = {}
    for path in sorted((root / "docker/systemd").glob("*.service")):
        parser = configparser.RawConfigParser(strict=False)
        parser.optionxform = str  # type: ignore[assignment,method-assign]
        parser.read(path)
        found[path.name] = parser["Service"]
    return found


def test_every_unit_is_bound_and_restarts(root: Path) -> None:
    """Not root, no core files, no swap, time to finish what was accepted."""
    units = _units(root)
    assert len(units) == 4
    for unit in units.values():
        assert unit["User"] == "safar"
        assert unit["Restart"] == "always"
        assert unit["LimitCORE"] == "0"
        assert unit["MemorySwapMax"] == "0"
        assert unit["NoNewPrivileges"] == "yes"
        assert unit["ProtectSystem"] == "strict"
        assert int(unit["TimeoutStopSec"]) > 10


def test_units_set_only_what_is_read(root: Path) -> None:
    """Each variable of each unit is a setting, and no secret stands in one."""
    for path in (root / "docker/systemd").glob("*.service"):
        lines = path.read_text("utf-8").splitlines()
        given = {line.split("=")[1] for line in lines if line.startswith("Environment=")}
        assert given <= KNOWN
        assert not given & set(SECRETS)


def test_ports_that_systemd_opened_are_found_by_name() -> None:
    """Only when they are meant for this very process."""
    environ = {"LISTEN_PID": "7", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "visitors:desk"}
    assert inherited(environ, 7) == {"visitors": 3, "desk": 4}
    assert inherited(environ, 8) == {}
    assert inherited({}, 7) == {}


def test_a_handed_over_port_is_listened_on(root: Path) -> None:
    """A process started as systemd does it answers on the socket that was open before."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        code = (
            "import os; os.environ['LISTEN_PID'] = str(os.getpid());"
            "from bot.entry.http import bind; s = bind(1, name='visitors'); s.setblocking(True);"
            "c, _ = s.accept(); c.sendall(b'here')"
        )
        environ = {**os.environ, "LISTEN_FDS": "1", "LISTEN_FDNAMES": "visitors"}
        command = [sys.executable, "-c", code]
        here = partial(os.dup2, listening.fileno(), 3)
        with (
            subprocess.Popen(command, cwd=root, env=environ, preexec_fn=here, pass_fds=(3,)),  # noqa: PLW1509 -- as systemd does
            socket.create_connection(listening.getsockname(), timeout=10) as caller,
        ):
            assert caller.recv(4) == b"here"
