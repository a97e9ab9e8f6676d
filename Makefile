# The two commands are `make serve` and `make test`; `make help` lists the rest.
# Every step leaves a stamp, so a second run does only what is needed and asks no network.

SHELL := /bin/sh
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && command -v $$p && break; done)
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
# What a site in production says of itself, for checks alone.
OF_A_SITE := EMAIL_URL=smtp+tls://mail.example.org:587 DEFAULT_FROM_EMAIL=bank@example.org SECURITY_CONTACT=security@example.org
ADDRESS ?= 127.0.0.1:8000
SBOM ?= var/sbom.json
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help serve editor test processes browser looks bench odd-requests slow-clients torture check lint lint-content types release-check messages screenshots requirements sbom clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /	/' | expand -t 16

serve: .venv/run.stamp var/env ## set up whatever is missing, then serve on http://127.0.0.1:8000
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) import_guides content --quiet
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@echo "prepsite is at http://$(ADDRESS)/ (Ctrl-C stops it)."
	@echo "To curate: make an editor account with \`make editor\`, then sign in at http://$(ADDRESS)/admin/."
	@exec $(BIN)/gunicorn --config prepsite/gunicorn.conf.py --bind $(ADDRESS) prepsite.wsgi

editor: .venv/run.stamp var/env ## make an account for the admin (asks for a name and a password)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) createsuperuser

test: .venv/test.stamp | var ## every test that needs no browser, on SQLite; TEST_ARGS="-k slug" picks some
	@$(BIN)/python -m pytest --numprocesses auto -m "not browser and not processes" $(TEST_ARGS)

processes: .venv/test.stamp | var ## install, start, back up and kill real sites, each in a folder of its own (some minutes)
	@$(BIN)/python -m pytest --numprocesses auto -m processes $(TEST_ARGS)

browser: .venv/test.stamp | var ## go the ways of visitors and editors in Chromium
	@$(BIN)/python -m pytest --numprocesses auto -m "browser and not looks" $(TEST_ARGS)

looks: .venv/test.stamp | var ## look at every page in Chromium: axe, zoom, forced colours, target size (takes minutes)
	@$(BIN)/python -m pytest --numprocesses auto -m looks $(TEST_ARGS)

lint: .venv/test.stamp ## style of Python and templates
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@find templates -name '*.html' -print0 | xargs -0 $(BIN)/djade --check --target-version 6.1

lint-content: .venv/test.stamp var/env ## read the guides in content/ by the rules of docs/content-guide.md (LINT_ARGS="--only Teen")
	@$(MANAGE) lint_content $(LINT_ARGS)

types: .venv/test.stamp ## mypy
	@$(BIN)/mypy

check: lint types | var ## lint, types, missing migrations, Django's own deployment checks
	@SECRET_KEY=only-for-this-check $(MANAGE) makemigrations --check --dry-run
	@SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))') HTTPS=on $(OF_A_SITE) $(MANAGE) check --deploy --fail-level WARNING

release-check: .venv/run.stamp ## what to look at before visitors come (RELEASE_ARGS="--server http://127.0.0.1:8000")
	@$(MANAGE) release_check $(RELEASE_ARGS)

messages: .venv/run.stamp ## bring the Spanish catalogue up to date with the pages (needs GNU gettext)
	@SECRET_KEY=only-for-messages $(MANAGE) makemessages --locale es --ignore .venv --ignore var --ignore tests --ignore "templates/admin/*" --add-location file --no-wrap
	@SECRET_KEY=only-for-messages $(MANAGE) compilemessages --locale es --ignore .venv

bench: .venv/test.stamp | var ## speed of everything, on SQLite and PostgreSQL, in banks of up to a million questions (BENCH_ARGS="--sizes 10000"; an hour; needs wrk)
	@SECRET_KEY=only-for-the-bench HTTPS=off $(BIN)/python -m bench $(BENCH_ARGS)

odd-requests: .venv/test.stamp ## 100,000 odd requests to every address: no answer may be a fault of ours (ODD_ARGS="--requests 2000"; half an hour)
	@$(BIN)/python -m torture.input --raw 5000 --least 100 $(ODD_ARGS)

slow-clients: .venv/test.stamp | var ## slow and greedy clients, on gunicorn alone and behind the proxies that are installed (minutes)
	@$(BIN)/python -m torture.slow $(SLOW_ARGS)

torture: .venv/test.stamp | var ## kill, restart, fill up: what we promise then, counted (TORTURE_ARGS="imports --rounds 5"; half an hour)
	@$(BIN)/python -m torture $(TORTURE_ARGS)

screenshots: .venv/test.stamp ## take the pictures in docs/screenshots/ anew (needs Chromium)
	@$(BIN)/python -m tests.screenshots

requirements: .venv/test.stamp ## resolve the pinned requirements anew (needs the network)
	@$(BIN)/pip install --quiet uv
	@for name in run test; do $(BIN)/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate requirements/$$name.in -o requirements/$$name.txt; done

sbom: .venv/test.stamp | var ## list what the site is made of, with versions and hashes, for scanners: var/sbom.json (CycloneDX)
	@$(BIN)/python -W ignore::UserWarning -m cyclonedx_py requirements requirements/run.txt --pyproject pyproject.toml \
		--mc-type application --output-reproducible --spec-version 1.6 --output-format JSON --output-file $(SBOM)

clean: ## remove the virtual environment; var/ and its database stay
	rm -rf .venv

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "prepsite needs Python 3.12 or newer: install it, or name it with \`make $(MAKECMDGOALS) PYTHON=/path/to/python3.13\`." >&2; exit 1; }
	@"$(PYTHON)" -m venv .venv || { rm -rf .venv; echo "$(PYTHON) cannot make a virtual environment: install its venv package (Debian: python3-venv)." >&2; exit 1; }

.venv/run.stamp: .venv/bin/python requirements/run.txt
	@echo "Installing what prepsite needs …"
	@$(BIN)/pip install --quiet --require-hashes -r requirements/run.txt
	@touch $@

.venv/test.stamp: .venv/run.stamp requirements/test.txt
	@echo "Installing what the tests need …"
	@$(BIN)/pip install --quiet --require-hashes -r requirements/test.txt
	@touch $@

var:
	@mkdir -p var

# Written once for this machine alone; settings.py reads it after the environment.
var/env: | var
	@umask 077; { echo "SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))')"; echo "HTTPS=off"; } > $@
