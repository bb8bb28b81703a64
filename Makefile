# Every target is a verb of bootstrap.py. PYTHON= chooses the interpreter, PORT= the port of `make run`.
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help run test coverage check faults fuzz upgrade bench clean

help run test coverage check faults fuzz upgrade bench clean:
	@command -v "$(PYTHON)" >/dev/null || { \
		echo 'There is no $(PYTHON) here. Debian, Ubuntu: sudo apt-get install python3 python3-venv'; \
		echo 'Fedora: sudo dnf install python3; macOS: brew install python'; exit 1; }
	@exec "$(PYTHON)" bootstrap.py $@
