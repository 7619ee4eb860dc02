# Needs Python 3.11 or later and make, nothing else. `make` alone lists the targets.

PYTHON ?= python3
RAW    ?= raw
OUTPUT ?= output
GOLD   ?= tests/gold
ARGS   ?=

VENV := .venv
BIN  := $(VENV)/bin
PY   := $(BIN)/python
PIP  := $(PY) -m pip --disable-pip-version-check --no-input

# A stamp is named after what it stands for: other locks, or another folder (an editable
# install and its scripts hold absolute paths), make another name, and so a new installation.
key = $(shell { pwd; cat $(1) pyproject.toml; } | cksum | tr ' ' '-')
RUN := $(VENV)/installed-run-$(call key,requirements.lock)
DEV := $(VENV)/installed-dev-$(call key,requirements-dev.lock)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help extract test fuzz evaluate benchmark codebook lint format types check lock clean venv install-ray

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' Makefile
	@echo "Variables: RAW=raw OUTPUT=output GOLD=tests/gold ARGS='…' (further options) PYTHON=python3"

extract: $(RUN) ## read every report in RAW and write OUTPUT
	@$(BIN)/unreports run $(RAW) --output $(OUTPUT) $(ARGS)

test: $(DEV) ## run the whole test suite
	@$(PY) -m pytest $(ARGS)

# Each target of tests/test_fuzz.py with TIMES as many examples as in the suite; ARGS='-k pdf' takes some of them.
TIMES ?= 100
fuzz: $(DEV) ## throw damaged files at the program for hours (TIMES=1: as in the suite)
	@HYPOTHESIS_PROFILE=fuzz FUZZ_TIMES=$(TIMES) $(PY) -m pytest tests/test_fuzz.py $(ARGS)

# The gold of real reports is scored where these lie beside the project.
REPORTS := ../shared/reports
REPORTS_GOLD := tests/gold_reports
evaluate: $(RUN) ## score OUTPUT against the gold (extracts first where there is no output)
	@test -f $(OUTPUT)/run.json || $(BIN)/unreports run $(RAW) --output $(OUTPUT)
	@$(BIN)/unreports evaluate --output $(OUTPUT) --gold $(GOLD) $(ARGS)
	@if test -d $(REPORTS); then \
	  $(BIN)/unreports run $$(sed -n 's#^[^,]*,[^,]*,\(pdf.*\)#$(REPORTS)/\1#p' $(REPORTS_GOLD)/files.csv) --output .gold-run --quiet; \
	  echo; $(BIN)/unreports evaluate --output .gold-run --gold $(REPORTS_GOLD)/worked; \
	  echo; $(BIN)/unreports evaluate --output .gold-run --gold $(REPORTS_GOLD)/measured --figures-only; \
	else echo "The gold of real reports is not scored: there is no $(REPORTS)."; fi

benchmark: $(DEV) ## measure speed, start-up and memory beside a plain composition
	@$(PY) tests/benchmark/run.py $(ARGS)
	@$(PY) tests/benchmark/pdf.py
	@$(PY) -m tests.benchmark.writing
	@$(PY) -m tests.benchmark.scale

lint: $(DEV) ## look for faults (ruff)
	@$(BIN)/ruff check .

format: $(DEV) ## lay the code out, and mend what ruff can mend
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

types: $(DEV) ## check the types (mypy)
	@$(PY) -m mypy

check: $(DEV) ## lint, format (without changing anything) and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(PY) -m mypy

codebook: $(RUN) ## renew docs/codebook.md from src/extract/tables.py
	@$(PY) -m extract.write.codebook > docs/codebook.md

# Without ARGS=--upgrade, what is locked already stays.
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal \
	--python-version 3.11 --generate-hashes --no-config pyproject.toml $(ARGS)
lock: $(DEV) ## renew the lock files from pyproject.toml (ARGS=--upgrade: newest versions)
	@$(COMPILE) --group build --output-file requirements.lock
	@$(COMPILE) --group dev --constraints requirements.lock --output-file requirements-dev.lock
	@$(COMPILE) --extra ray --group dev --constraints requirements-dev.lock --output-file requirements-ray.lock

install-ray: $(DEV) ## the engine for a cluster (ARGS='--engine ray')
	@$(PIP) install -qq --require-hashes -r requirements-ray.lock

venv: $(DEV) ## install everything into .venv and stop there

clean: ## remove .venv and caches; OUTPUT stays, it may hold edits
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "unreports needs Python 3.11 or later; '$(PYTHON)' is not. Name another: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }

# $(1) is the lock file, $(2) what it holds in words.
define install
	@echo "Installing the locked $(2) into $(VENV) (once; about a minute) …"
	@$(PIP) install -qq --require-hashes -r $(1) && \
	  $(PIP) install -qq --no-deps --no-build-isolation --editable . || \
	  { echo "Not installed. Without a network: PIP_NO_INDEX=1 PIP_FIND_LINKS=/folder/of/wheels make $(MAKECMDGOALS)" >&2; exit 1; }
endef

$(RUN): $(PY)
	$(call install,requirements.lock,dependencies)
	@rm -f $(VENV)/installed-run-* && touch $@

$(DEV): $(PY)
	$(call install,requirements-dev.lock,dependencies and development tools)
	@rm -f $(VENV)/installed-* && touch $(RUN) $@
