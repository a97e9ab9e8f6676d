"""The units of deploy/systemd: each shut in, each timer with its service, and systemd itself finds nothing to say."""

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.operation.starting import ROOT

UNITS = ROOT / "deploy" / "systemd"
SERVICES = sorted(UNITS.glob("*.service"))
SHUT = {
    "User": "prepsite",
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "ProtectKernelTunables": "yes",
    "ProtectKernelModules": "yes",
    "ProtectControlGroups": "yes",
    "MemoryDenyWriteExecute": "yes",
    "RestrictNamespaces": "yes",
    "RestrictSUIDSGID": "yes",
    "RestrictAddressFamilies": "AF_UNIX AF_INET AF_INET6",
    "CapabilityBoundingSet": "",
    "SystemCallArchitectures": "native",
}


def section(path: Path, name: str) -> dict[str, str]:
    unit = configparser.RawConfigParser(strict=False, delimiters=["="], comment_prefixes=["#"])
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(path, encoding="utf-8")
    return dict(unit[name])


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_every_service_is_shut_in(path: Path):
    service = section(path, "Service")
    assert {name: service.get(name) for name in SHUT} == SHUT


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_what_it_starts_is_a_program_of_deploy(path: Path):
    program = section(path, "Service")["ExecStart"].split()[0]
    here = ROOT / program.removeprefix("/srv/prepsite/current/")
    assert here.parent == ROOT / "deploy"
    assert os.access(here, os.X_OK)


def test_the_site_starts_anew_without_turning_visitors_away():
    assert section(UNITS / "prepsite.service", "Unit")["Requires"] == "prepsite.socket"
    service = section(UNITS / "prepsite.service", "Service")
    assert (service["Type"], service["Restart"], service["KillMode"]) == ("notify", "always", "mixed")
    assert section(UNITS / "prepsite.socket", "Socket")["ListenStream"] == "127.0.0.1:8000"


def test_every_timer_has_its_service_and_makes_up_for_lost_time():
    timers = sorted(UNITS.glob("*.timer"))
    assert {path.with_suffix(".service").name for path in timers} == {path.name for path in SERVICES} - {"prepsite.service"}
    assert {section(path, "Timer")["Persistent"] for path in timers} == {"yes"}


def test_the_installer_enables_every_timer():
    enabled = re.findall(r"systemctl enable --now (.*)", (ROOT / "deploy" / "install").read_text(encoding="utf-8"))[0].split()
    assert set(enabled) == {path.name for path in UNITS.iterdir() if path.suffix in (".timer", ".socket")}


def systemds_own() -> str:
    """Its checker. Where it is not installed the tests above have to do."""
    checker = shutil.which("systemd-analyze")
    if checker is None:
        pytest.skip("judging units needs systemd-analyze on the PATH (Debian: systemd)")
    return checker


def test_systemd_understands_them(tmp_path: Path):
    checker = systemds_own()
    root = tmp_path / "etc" / "systemd" / "system"
    shutil.copytree(UNITS, root)
    said = subprocess.run([checker, "verify", *map(str, root.iterdir())], capture_output=True, text=True).stderr
    odd = [line for line in said.splitlines() if "is not executable: No such file" not in line]
    assert [line for line in odd if "prepsite" in line] == []


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_systemd_gives_little_exposure(path: Path):
    """2.0 of 10 at most."""
    judged = subprocess.run([systemds_own(), "security", "--offline=true", str(path)], capture_output=True, text=True).stdout
    [scored] = re.findall(r"exposure level for \S+: ([\d.]+)", judged)
    assert float(scored) <= 2.0
