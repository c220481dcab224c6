# Rolelight's commands: `make run` starts it, `make test` runs every check, `make help` lists the rest.

PYTHON ?= python3
PORT ?= 8765
BIN := .venv/bin
SHELL := bash
MAKEFLAGS += --no-builtin-rules --no-print-directory
.NOTPARALLEL:
.DEFAULT_GOAL := help

LABELLED := python-usage-train.jsonl.gz
UNLABELLED := python-entries-unlabelled.jsonl.gz
READINGS := tests/accuracy/readings.tsv

# Many cases of the same lines: measuring coverage would take up to three times as long and show next to no line more.
UNCOVERED := $(addprefix tests/server/,evidence/test_fairness.py evidence/test_monotone.py page/test_blocks.py \
	page/test_fixtures.py page/test_hostile.py page/test_properties.py)

# Stamps: what they stand for is done again only when the files that describe it have changed.
RUNNABLE := .venv/runnable.stamp
TESTABLE := .venv/testable.stamp
FUZZABLE := .venv/fuzzable.stamp
NODE_READY := tests/node_modules/ready.stamp

# setuptools warns of folders that shadow an editable package, whether there are any or not.
INSTALL := PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check
# uv installs what the tests need in a tenth of pip's time. Where it cannot (pip alone is told of a mirror), pip does.
UV_INSTALL := $(BIN)/uv pip install --quiet --python $(BIN)/python

# $(call check,name,command) runs one check; the last line of a failure names it.
check = @printf '\n== %s\n' '$(1)'; $(2) || { printf '\nFAILED: %s\n' '$(1)'; exit 1; }

.PHONY: help run test soak bench gallery pictures extension lint format clean python node debian
.PHONY: train lexicon accuracy
.PHONY: ruff ruff-format mypy tsc node-test web-ext pytest-browser pytest-server

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-12s %s\n", $$1, $$2}'

run: $(RUNNABLE) ## start Rolelight on this machine
	@$(BIN)/rolelight serve --port $(PORT)

test: ruff ruff-format mypy lexicon tsc node-test web-ext accuracy pytest-browser pytest-server ## run every check

lint: ruff ruff-format mypy tsc web-ext ## run the checks that only read the code

soak: $(FUZZABLE) debian ## run the long versions of the tests, and fuzz the page stage
	$(call check,soak,SOAK=1 $(BIN)/pytest --log-cli-level=INFO tests/soak)
	$(call check,fuzz,PYTHONPATH=tests $(BIN)/python -m soak.fuzz)

bench: $(TESTABLE) debian ## measure the budgets of docs/performance.md
	@PYTHONPATH=tests $(BIN)/python -m bench

gallery: $(TESTABLE) debian ## take pictures of every state in both browsers, for artifacts/gallery/index.html
	@PYTHONPATH=tests $(BIN)/python -m tools.gallery artifacts/gallery

pictures: $(TESTABLE) ## put the gallery's best pictures into the documents
	@PYTHONPATH=tests $(BIN)/python -m tools.gallery --keep artifacts/gallery

extension: $(TESTABLE) ## check the extension and build the packages for the browsers' stores
	@PYTHONPATH=tests $(BIN)/python -m tools.package_extension artifacts

train: $(TESTABLE) ## fit the weights anew to the measuring data in ROLELIGHT_DATA
	@$(BIN)/rolelight train $(ROLELIGHT_DATA) --readings $(READINGS) --output server/rolelight/lexicon/data/weights.toml

format: $(TESTABLE) ## put the Python files into their one format
	@$(BIN)/ruff check --fix server tests
	@$(BIN)/ruff format server tests

clean: ## remove everything that the other commands made
	@rm -rf .venv build artifacts tests/node_modules server/*.egg-info .coverage*
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find server tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The checks, quick ones first. The tests of the server come last: their count closes the output.
ruff: $(TESTABLE)
	$(call check,ruff,$(BIN)/ruff check server tests)

ruff-format: $(TESTABLE)
	$(call check,ruff format,$(BIN)/ruff format --check server tests)

mypy: $(TESTABLE)
	$(call check,mypy,$(BIN)/mypy)

lexicon: $(TESTABLE)
	$(call check,lexicon,$(BIN)/rolelight lexicon lint)

# The measuring data is not in the project: ROLELIGHT_DATA names its folder where there is one.
accuracy: $(TESTABLE)
ifdef ROLELIGHT_DATA
	$(call check,accuracy,$(BIN)/rolelight evaluate uses $(ROLELIGHT_DATA)/$(LABELLED) --floors tests/accuracy/floors.json \
		--out-of-fold $(READINGS) --unlabelled $(ROLELIGHT_DATA)/$(UNLABELLED))
	$(call check,accuracy of careers,$(BIN)/rolelight evaluate careers $(ROLELIGHT_DATA)/careers-dev.jsonl \
		--floors tests/accuracy/careers.json)
else
	@printf '\n== accuracy\nNot checked: the measuring data is not here. Name its folder with ROLELIGHT_DATA.\n'
endif

tsc: $(NODE_READY)
	$(call check,tsc,npm --prefix tests run --silent check)

node-test: $(NODE_READY)
	$(call check,node test,npm --prefix tests run --silent unit)

web-ext: $(NODE_READY)
	$(call check,web-ext lint,npm --prefix tests run --silent lint)

pytest-browser: $(TESTABLE) $(NODE_READY) debian
	$(call check,pytest in browsers,$(BIN)/pytest -n 3 --dist loadfile tests/browser)

pytest-server: $(TESTABLE) debian
	$(call check,pytest without coverage,$(BIN)/pytest -n auto $(UNCOVERED) tests/test_house.py tests/tools tests/bench tests/soak)
	$(call check,pytest,$(BIN)/pytest -n auto tests/server $(addprefix --ignore=,$(UNCOVERED)) --cov --cov-report=term)

# Setting up.
python:
	@command -v $(PYTHON) >/dev/null || { echo 'Python 3.11 or newer is needed: install it, or name it with PYTHON=...'; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) -V 2>&1). Name a newer one with PYTHON=..."; exit 1; }

node:
	@command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || { \
		echo "Node.js 20 or newer with npm is needed for the checks; found: $$(node -v 2>/dev/null || echo none)."; exit 1; }

debian:
	@bash tests/tools/debian.sh chromium firefox-esr nginx systemd-analyze wrk faketime

$(BIN)/python: | python
	@$(PYTHON) -m venv .venv || { \
		echo 'The virtual environment could not be made. On Debian: apt-get install python3-venv'; rm -rf .venv; exit 1; }

$(RUNNABLE): setup.cfg pyproject.toml | $(BIN)/python
	@echo 'Setting up .venv (once, about a minute)...'
	@$(INSTALL) --editable .
	@touch $@

$(TESTABLE): setup.cfg pyproject.toml | $(BIN)/python
	@echo 'Setting up .venv for the tests (once, about a minute)...'
	@$(INSTALL) uv && $(UV_INSTALL) --editable '.[test]' || $(INSTALL) --editable '.[test]'
	@touch $(RUNNABLE) $@

$(FUZZABLE): $(TESTABLE)
	@$(INSTALL) --editable '.[soak]'
	@touch $@

$(NODE_READY): tests/package.json tests/package-lock.json | node
	@npm --prefix tests ci --silent --no-audit --no-fund
	@touch $@
