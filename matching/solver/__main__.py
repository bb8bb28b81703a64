"""``python -m matching.solver couples|rounds [--lines]``: a document in, the answer out; refused with exit 2."""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from matching.solver import Refused, plan_rounds, solve_couples

Solve = Callable[[Any], dict[str, Any]]


def main() -> int:
    """Reads from standard input and writes to standard output, both UTF-8."""
    parser = argparse.ArgumentParser(prog="python -m matching.solver", description=__doc__)
    parser.add_argument("what", choices=["couples", "rounds"])
    parser.add_argument("--lines", action="store_true", help="one document a line in, one a line out, in order")
    chosen = parser.parse_args()
    solve: Solve = solve_couples if chosen.what == "couples" else plan_rounds
    if chosen.lines:
        for line in sys.stdin.buffer:
            _write(_answer(solve, line)[0])
        return 0
    found, code = _answer(solve, sys.stdin.buffer.read())
    _write(found)
    return code


def _answer(solve: Solve, text: bytes) -> tuple[dict[str, Any], int]:
    try:
        return solve(json.loads(text)), 0
    except Refused as refused:
        return refused.document(), 2
    except (ValueError, RecursionError):
        return Refused("the input is no JSON").document(), 2


def _write(found: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
