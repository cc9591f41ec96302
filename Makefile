# Two commands matter: `make run` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# The first interpreter that Safar supports and that can make an environment.
SUPPORTED := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 /usr/bin/python3; do \
	$$name -c '$(SUPPORTED)' >/dev/null 2>&1 && { echo $$name; break; }; done)
BIN := .venv/bin
READY := .venv/.ready
TOOLS := .venv/.tools
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate

.PHONY: help setup system run test lint format uzbek train eval schema bench faults lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

setup: system $(TOOLS) ## make .venv from the locks, and install chromium and redis-server if missing

system:
	@missing=""; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	command -v redis-server >/dev/null || missing="$$missing redis-server"; \
	command -v bearerbox >/dev/null || missing="$$missing kannel"; \
	[ -x /usr/lib/kannel/test/fakesmsc ] || missing="$$missing kannel-extras"; \
	command -v gammu-smsd >/dev/null || missing="$$missing gammu-smsd"; \
	[ -n "$$(ls /usr/lib/*/faketime/libfaketime.so.1 2>/dev/null)" ] || missing="$$missing faketime"; \
	command -v espeak-ng >/dev/null || missing="$$missing espeak-ng"; \
	command -v opusenc >/dev/null || missing="$$missing opus-tools"; \
	command -v cc >/dev/null || missing="$$missing gcc libc6-dev"; \
	if [ -z "$(PYTHON)" ] && [ ! -x $(BIN)/python ]; then missing="$$missing python3 python3-venv"; fi; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then \
		echo "Please install:$$missing" >&2; exit 1; fi; \
	export DEBIAN_FRONTEND=noninteractive; \
	apt-get update -qq </dev/null; \
	printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d; chmod +x /usr/sbin/policy-rc.d; \
	trap 'rm -f /usr/sbin/policy-rc.d' EXIT; \
	apt-get install -qq --no-install-recommends $$missing </dev/null >/dev/null

$(READY): requirements.lock pyproject.toml
	@found="$(PYTHON)"; \
	[ -x $(BIN)/python ] || "$${found:-python3}" -m venv .venv
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps -e .
	@touch $@

# What developers need besides; the same versions of the rest.
$(TOOLS): $(READY) requirements-dev.lock
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

run: $(READY) ## start the whole of Safar with throw-away data; links are printed
	@exec $(BIN)/safar run --demo

test: setup ## everything that must be green, part by part, with the minutes of each
	@exec $(BIN)/python .ci/parts.py </dev/null

lint: $(TOOLS) ## style, types and floors only
	@exec $(BIN)/python .ci/parts.py lint types floors </dev/null

format: $(TOOLS) ## lay out the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

uzbek: $(READY) ## make locales/uz-Cyrl from locales/uz-Latn
	@$(BIN)/python -m bot.l10n.uzbek locales

train: $(TOOLS) ## learn from the sentences in training/ what danger and topics sound like
	@exec $(BIN)/python -m training.learn

eval: $(TOOLS) ## how well unseen sentences are understood, and how the questions agree with cases
	@$(BIN)/python -m tests.understanding.figures $(ARGS)
	@$(BIN)/python -m tests.dialogue.agreement

schema: $(READY) ## make the JSON Schema of every kind of content file, for editors
	@exec $(BIN)/safar schema

bench: setup ## measure against others; prints ratios
	@exec $(BIN)/python tests/bench/run.py $(ARGS)

faults: setup ## the long loops: each fault twenty times
	@exec $(BIN)/python -m pytest tests/faults -q --rounds 20 $(ARGS) </dev/null

lock: $(READY) ## renew both locks from pyproject.toml
	@$(BIN)/python -c 'import uv' 2>/dev/null || $(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv $(COMPILE) pyproject.toml --output-file requirements.lock
	@$(BIN)/uv $(COMPILE) --group dev --constraint requirements.lock pyproject.toml \
		--output-file requirements-dev.lock

clean: ## remove what can be made again
	@rm -rf .venv .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage* build dist
