"""The image and the compose file go by the steps that deploy/install goes by, and give the site no more than it needs."""

import re
import subprocess

import pytest
import yaml

from tests.operation.starting import ROOT

DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
IMAGE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
SITE = ("release", "web", "clock")


def test_the_image_is_built_and_served_by_the_same_programs():
    assert re.search(r"^RUN .*deploy/build$", IMAGE, flags=re.MULTILINE)
    assert re.search(r'^CMD \["deploy/serve"\]$', IMAGE, flags=re.MULTILINE)
    assert COMPOSE["services"]["release"]["command"] == "deploy/release"


def test_packages_are_those_of_the_hashed_list():
    assert "pip install" not in IMAGE
    assert "--require-hashes" in (ROOT / "Makefile").read_text(encoding="utf-8").partition(".venv/run.stamp:")[2]


def test_nothing_in_the_image_runs_as_root():
    [user] = re.findall(r"^USER (\w+)$", IMAGE, flags=re.MULTILINE)
    assert user == "prepsite"
    assert IMAGE.index("USER prepsite") < IMAGE.index('CMD ["deploy/serve"]')
    assert "/healthz" in re.findall(r"HEALTHCHECK.*?\n\s+CMD .*", IMAGE)[0]


@pytest.mark.parametrize("name", SITE)
def test_a_container_of_the_site_can_change_its_own_folder_only(name: str):
    service = COMPOSE["services"][name]
    assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["volumes"] == ["things:/var/lib/prepsite"]


def test_the_site_serves_only_after_the_database_is_up_to_date():
    for name in ("web", "clock"):
        assert COMPOSE["services"][name]["depends_on"]["release"] == {"condition": "service_completed_successfully"}


def test_no_secret_stands_in_the_file_and_only_the_proxy_is_reached_from_outside():
    site = COMPOSE["services"]["web"]["environment"]
    assert {name for name in site if name.endswith("_FILE")} == {"SECRET_KEY_FILE", "DATABASE_URL_FILE"}
    assert {name for name, service in COMPOSE["services"].items() if "ports" in service} == {"proxy"}


def test_secrets_are_made_once(tmp_path):
    program = tmp_path / "make"
    program.write_bytes((DEPLOY / "secrets" / "make").read_bytes())
    program.chmod(0o755)
    subprocess.run([program], check=True)
    made = {path.name: path.read_text() for path in tmp_path.iterdir() if path != program}
    assert made["database_url"] == f"postgres://prepsite:{made['database_password']}@database/prepsite"
    subprocess.run([program], check=True)
    assert {path.name: path.read_text() for path in tmp_path.iterdir() if path != program} == made


@pytest.mark.parametrize("name", ["Caddyfile", "nginx.conf"])
def test_a_proxy_hides_what_is_for_machines_and_takes_what_editors_upload(name: str):
    from questions.editorial.uploads.unpacking import LARGEST

    proxy = (DEPLOY / name).read_text(encoding="utf-8")
    for probe in ("healthz", "readyz", "metrics"):
        assert probe in proxy
    [megabytes] = re.findall(r"(?:max_size|client_max_body_size) (\d+)", proxy)
    assert int(megabytes) * 1_000_000 > LARGEST
    assert "X-Request-ID" in proxy
