# Every command works from a fresh clone; each installs what it needs and nothing twice.
# Written for make 3.81 and bash 3.2, which macOS still ships.

ROOT := $(dir $(abspath $(lastword $(MAKEFILE_LIST))))
BIN := "$(ROOT)bin"

.PHONY: help run stop test lint fmt bench messages requirements clean

help:
	@echo "make run           start everything on http://127.0.0.1:8000 (PORT=8001 make run: elsewhere)"
	@echo "make stop          stop it, and the embedded PostgreSQL and Redis"
	@echo "make lint test     what CI runs (ARGS='tests/webcare -k claim' make test: a part)"
	@echo "make fmt           format the code"
	@echo "make bench         measure; results in benchmarks/results/"
	@echo "make messages      put new texts in the translations (docs/translating.md)"
	@echo "make requirements  compile requirements*.in into the pinned, hashed files"
	@echo "make clean         remove what was made or installed here; the data in var/ stays"

run:
	@exec $(BIN)/run

stop:
	@exec $(BIN)/stop

test:
	@exec $(BIN)/test $(ARGS)

lint:
	@exec $(BIN)/lint

fmt:
	@exec $(BIN)/fmt

bench:
	@exec $(BIN)/bench $(ARGS)

messages:
	@exec $(BIN)/messages

requirements:
	@exec $(BIN)/requirements

clean:
	@exec $(BIN)/clean
