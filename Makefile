# make data: the environment, the tables and datapackage.json, validated
# make test: the environment, then every test
# make check: format, lint, types, tests, the package, and a rebuild that changes nothing
# make docs: the documentation as a site in docs/_build
# make screenshots: the pictures of the README, with Chromium
# make bench-validate: what a check of 2.7 million rows costs, beside other checkers
# make bench-accuracy GOLD=folder: what we get right on public gold, beside others, by class of error; and if wanted
#   ONLY="quotes dates" (some tasks), RUN_IN=folder (keep our answers), EXAMPLES=5 (rows of each class),
#   SAVE=rows.jsonl (every row with its verdict), AGAINST=rows.jsonl (what was gained and lost since)
# make calibrate TEXTS=file: how often rows of each sort are right by the judged rows, for `confidence`
# make bench-speed: articles a CPU second, by stage, beside the language model alone; TEXTS=file for other articles
# make bench-scale: what 2,000, 20,000 and 200,000 articles cost, by stage; TEXTS=file for other articles; an hour
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: data test check docs screenshots bench-validate bench-speed bench-scale bench-accuracy calibrate format clean

data: $(VENV)/ready
	$(RUN) scripts/build.py

test: $(VENV)/ready
	$(RUN) -m pytest

check: $(VENV)/ready
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	$(RUN) -m pytest
	$(VENV)/bin/summitry validate datapackage.json
	$(RUN) scripts/rebuild.py

docs: $(VENV)/ready
	$(RUN) scripts/reference.py
	$(RUN) -m sphinx -W --keep-going -q docs docs/_build

screenshots: $(VENV)/ready
	$(RUN) scripts/screenshots.py

bench-validate: $(VENV)/ready
	$(RUN) scripts/bench_validate.py

bench-speed: $(VENV)/ready
	$(RUN) scripts/bench_speed.py $(TEXTS)

bench-scale: $(VENV)/ready
	$(RUN) scripts/bench_scale.py $(TEXTS)

bench-accuracy: $(VENV)/ready
	$(RUN) scripts/bench_accuracy.py $(GOLD) $(if $(ONLY),--only $(ONLY)) $(if $(RUN_IN),--run $(RUN_IN)) \
		$(if $(EXAMPLES),--examples $(EXAMPLES)) $(if $(SAVE),--save $(SAVE)) $(if $(AGAINST),--against $(AGAINST))

calibrate: $(VENV)/ready
	$(RUN) scripts/calibrate.py $(TEXTS)

format: $(VENV)/ready
	$(RUN) -m ruff format .
	$(RUN) -m ruff check --fix .

$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "summitry needs Python 3.11 or later")'
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

clean:
	rm -rf $(VENV) data/tables
