# Each target sets up all that it needs, in .venv, from the hash-pinned requirements.lock.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test lint bench stress lock clean

run: $(READY)  ## read the five articles and write claims, findings and the page to outputs/
	rm -f outputs/crossfoot-store.json  # from the beginning, whatever was there
	$(BIN)/crossfoot run corpus/articles --out outputs

test: $(READY)  ## the whole test suite
	$(BIN)/python -m pytest -n logical --dist worksteal

lint: $(READY)  ## ruff and mypy
	$(BIN)/ruff check pipeline tests
	$(BIN)/ruff format --check pipeline tests
	$(BIN)/mypy

bench: $(READY)  ## speed and growth, measured in one run; CQE_PYTHON names a Python that has CQE, to measure beside it
	$(BIN)/python tests/benchmarks/bench_quantities.py
	$(BIN)/python tests/benchmarks/bench_periods.py
	PYTHONPATH=tests $(BIN)/python tests/benchmarks/bench_run.py 60 --scaling 1000
	PYTHONPATH=tests $(BIN)/python tests/benchmarks/bench_growth.py 100000 500
	$(BIN)/python tests/benchmarks/bench_extract.py --stages

stress: $(READY)  ## 200 kills at random moments of runs over 10,000 generated articles of two paragraphs; half an hour
	$(BIN)/python tests/stress.py 10000 200 5 1

lock: $(READY)  ## resolve requirements.lock anew
	$(BIN)/python -m uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet --upgrade -o requirements.lock

clean:
	rm -rf $(VENV) dist build

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("crossfoot needs Python 3.11 or later, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)
